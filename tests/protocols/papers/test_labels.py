"""Bag labels: the stored figures, at the place that was chosen, with a code for each bag."""

import re

import pytest
from django.urls import reverse

from protocols.documents.label_sheets import SHEETS, placed
from protocols.models import StoredDocument
from tests.clinic import drafted, libraries, registered
from tests.printing.pdf import POINTS_A_MM, codes, photocopied, poppler, rendered, words
from tests.protocols.papers.scene import plain, released_version

pytestmark = pytest.mark.django_db(transaction=True)
TYPED = {
    "prepared_on": "2026-11-24",
    "prepared_time": "0830",
    "use_by_on": "2026-11-24",
    "use_by_time": "20:30",
    "bags": ["1", "2", "3", "4"],
    "sheet": "a4-8",
    "first": "1",
}


@pytest.fixture
def version(allergist, pharmacist):
    return released_version(allergist, pharmacist)


def address_of(version, name="bag_labels", *more):
    return reverse(name, args=[version.protocol.patient.code, version.protocol.code, version.number, *more])


def labels(client, version, **changes):
    answer = client.post(address_of(version), TYPED | changes)
    assert answer["Content-Type"] == "application/pdf", answer.context["form"].errors
    return answer.content


def test_each_label_says_whose_bag_it_is_what_it_holds_until_when_and_how_fast_it_runs(version, pharmacist, as_user):
    text = plain(poppler(labels(as_user(pharmacist), version), "-raw"))
    assert text.count("NÚÑEZ, Ana") == 4
    for words_of_bag_2 in ("SOLUTION 2 of 4", "0.048 mg/mL", "amount 12 mg, in 250 mL", "intravenous, 2.5 to 20 mL/h"):
        assert words_of_bag_2 in text
    assert text.count("prepared 2026-11-24 08:30 use by 2026-11-24 20:30") == 4
    assert text.count("ATEZOLIZUMAB") == 4
    assert "NOT FOR ADMINISTRATION" not in text


@pytest.mark.parametrize("sheet", sorted(SHEETS))
def test_every_code_is_its_bags_own_and_is_read_from_every_sheet(version, pharmacist, as_user, settings, sheet):
    pdf = labels(as_user(pharmacist), version, sheet=sheet)
    found = codes(rendered(pdf, 300)[0])
    wanted = {settings.PUBLIC_ADDRESS + address_of(version, "bag", number) for number in (1, 2, 3, 4)}
    assert found == (wanted if sheet != "roll" else {settings.PUBLIC_ADDRESS + address_of(version, "bag", 1)})


def test_the_codes_survive_a_photocopy(version, pharmacist, as_user):
    pdf = labels(as_user(pharmacist), version, sheet="a4-14")
    assert len(codes(photocopied(rendered(pdf, 300)[0]))) == 4


def test_a_half_used_sheet_serves(version, pharmacist, as_user):
    pdf = labels(as_user(pharmacist), version, first="4", bags=["2"])
    (page,) = words(pdf)
    (name,) = [word for word in page if word.text.startswith("NÚÑEZ")]
    left, top = name.left / POINTS_A_MM, name.top / POINTS_A_MM
    assert 4.6 + 99.1 + 2.6 < left < 210 - 4.6
    assert 13 + 67.7 < top < 13 + 2 * 67.7


def test_places_are_counted_along_the_rows_and_go_on_over_the_sheet():
    eight = SHEETS["a4-8"]
    assert placed(2, eight, 1) == [[0, 1]]
    assert placed(2, eight, 8) == [[None] * 7 + [0], [1]]
    assert placed(2, SHEETS["roll"], 1) == [[0], [1]]


def test_a_draft_says_so_on_every_label(allergist, pharmacist, as_user):
    libraries()
    draft = drafted(registered(allergist), allergist)
    assert plain(poppler(labels(as_user(pharmacist), draft))).count("DRAFT - NOT FOR ADMINISTRATION") == 4


def test_each_print_of_labels_is_kept(version, pharmacist, as_user):
    client = as_user(pharmacist)
    first, again, other = labels(client, version), labels(client, version), labels(client, version, first="2")
    assert first == again != other
    assert StoredDocument.objects.filter(paper="bag labels").count() == 2


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"use_by_time": "08:30"}, "use_by_on"),
        ({"prepared_time": "25:00"}, "prepared_time"),
        ({"prepared_on": "24/11/2026"}, "prepared_on"),
        ({"bags": []}, "bags"),
        ({"bags": ["5"]}, "bags"),
        ({"sheet": "a4-14", "first": "15"}, "first"),
        ({"first": "9"}, "first"),
        ({"sheet": "a3"}, "sheet"),
        ({"use_by_on": ""}, "use_by_on"),
    ],
)
def test_what_cannot_be_is_told_beside_its_field_and_stays(version, pharmacist, as_user, changes, field):
    answer = as_user(pharmacist).post(address_of(version), TYPED | changes)
    assert answer.context["form"].errors[field]
    (name, value), *_rest = changes.items()
    assert answer.context["form"][name].value() == value


def test_the_code_on_a_bag_leads_to_what_it_must_hold(version, nurse, as_user):
    page = plain(as_user(nurse).get(address_of(version, "bag", 2)).content.decode())
    assert "Bag 2 of 4" in page
    assert "0.048 mg/mL" in re.sub(r"<[^>]+>", "", page)
    assert "Valid: this version is released" in page
    assert as_user(nurse).get(address_of(version, "bag", 5)).status_code == 404
