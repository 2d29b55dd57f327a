"""Slips and states that labels, preparation sheets and the pack must not hide."""

import pytest
from django.urls import reverse

from tests.protocols.documents.papers import the_labels, the_preparation_sheet
from tests.protocols.papers.scene import paper_of, plain, released_version, texts
from tests.protocols.papers.test_labels import TYPED, address_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def version(allergist, pharmacist):
    return released_version(allergist, pharmacist)


@pytest.mark.parametrize(
    "slip", [{"use_by_on": "2027-11-24"}, {"prepared_on": "2025-11-24"}, {"use_by_on": "2026-12-25"}]
)
def test_a_slip_of_the_year_prints_no_label(version, pharmacist, as_user, slip):
    answer = as_user(pharmacist).post(address_of(version), TYPED | slip)
    assert "more than a month after the preparation" in answer.content.decode()


def test_a_month_to_the_minute_is_printed(version, pharmacist, as_user):
    typed = TYPED | {"use_by_on": "2026-12-25", "use_by_time": "0830"}
    assert as_user(pharmacist).post(address_of(version), typed)["Content-Type"] == "application/pdf"


@pytest.mark.parametrize("sheet", ["a4-8", "a4-10", "a4-14", "roll"])
def test_a_superseded_label_says_so_before_the_name(sheet):
    (first, *others) = texts(the_labels(sheet, state="superseded"))
    assert first.index("SUPERSEDED - NOT FOR ADMINISTRATION") < first.index("GARCÍA MORENO")
    assert " ".join((first, *others)).count("SUPERSEDED - NOT FOR ADMINISTRATION") == 4
    assert "ADMINISTRATION" not in " ".join(texts(the_labels(sheet)))


def test_lots_and_expiry_have_their_place_without_a_plan_too(allergist, pharmacist, as_user):
    version = released_version(allergist, pharmacist)
    with_plan = texts(the_preparation_sheet())[0]
    without = plain(" ".join(texts(paper_of(as_user(pharmacist), version, "preparation_sheet"))))
    for head in ("Lots", "Expiry dates", "Checked by"):
        assert head in with_plan
        assert head in without


def test_the_pack_of_a_day_that_cannot_be_read_is_no_other_days(nurse, as_user):
    answer = as_user(nurse).post(reverse("downtime_pack"), {"day": "x"})
    assert answer["Content-Type"].startswith("text/html")
    assert "Type the date as year, month, day" in answer.content.decode()
