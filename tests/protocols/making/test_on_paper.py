"""What was recorded of the bags stands on what is printed afterwards; what was printed before stays as it was."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from desens.pages.times import local_text
from protocols.models import StoredDocument
from tests.printing.pdf import poppler
from tests.protocols.making.scene import DILUENT, DRUG, address_of, checked, in_error, made, stated_version
from tests.protocols.papers.scene import paper_of, plain, released_version

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def version(allergist, pharmacist):
    return released_version(allergist, pharmacist)


def sheet_of(client, version) -> bytes:
    return paper_of(client, version, "preparation_sheet")


def test_the_sheet_carries_lots_times_and_both_persons_and_is_blank_before(version, pharmacist, nurse, as_user):
    client = as_user(pharmacist)
    blank = sheet_of(client, version)
    assert "Checked by a second person / when" in plain(poppler(blank, "-raw"))
    bags = made(version, pharmacist, note="in the isolator")
    unchecked = plain(poppler(sheet_of(client, version), "-raw"))
    for said in ("B1234", "2029-03-31", "lot not recorded", "in the isolator", pharmacist.full_name):
        assert said in unchecked
    for moment in (bags.prepared_at, bags.use_by):
        assert local_text(moment, timezone.get_current_timezone()) in unchecked
    assert "Checked by a second person / when" in unchecked
    checked(bags, nurse, remark="label 3 printed anew")
    text = plain(poppler(sheet_of(client, version), "-raw"))
    for said in (nurse.full_name, "label 3 printed anew", "Not looked at: each withdrawal and addition"):
        assert said in text
    assert StoredDocument.objects.count() == 3
    in_error(bags, nurse)
    assert sheet_of(client, version) == blank


def test_a_sheet_is_the_same_file_as_long_as_the_record_stands(version, pharmacist, nurse, as_user):
    checked(made(version, pharmacist), nurse)
    assert sheet_of(as_user(pharmacist), version) == sheet_of(as_user(nurse), version)
    nursing = paper_of(as_user(nurse), version)
    assert paper_of(as_user(nurse), version) == nursing
    assert StoredDocument.objects.count() == 2


def test_several_lots_stand_in_the_row_of_their_product(version, pharmacist, as_user):
    second = type(DRUG)(**vars(DRUG) | {"lot": "B9999"})
    made(version, pharmacist, lots=(DRUG, second, DILUENT))
    text = plain(poppler(sheet_of(as_user(pharmacist), version), "-raw"))
    assert "B1234 B9999" in text


def test_the_labels_propose_the_recorded_times(version, pharmacist, as_user):
    begun = timezone.now().replace(second=0, microsecond=0)
    made(version, pharmacist, prepared_at=begun, use_by=begun + timedelta(hours=5))
    form = as_user(pharmacist).get(address_of(version, "bag_labels")).context["form"]
    typed = [
        datetime.combine(form[f"{name}_on"].value(), datetime.strptime(form[f"{name}_time"].value(), "%H:%M").time())
        for name in ("prepared", "use_by")
    ]
    zone = timezone.get_current_timezone()
    assert [each.replace(tzinfo=zone) for each in typed] == [begun, begun + timedelta(hours=5)]


def test_labels_go_beyond_the_stated_stability_only_where_the_record_of_the_bags_does(allergist, pharmacist, as_user):
    version, client = stated_version(allergist, pharmacist), as_user(pharmacist)
    begun = timezone.localtime().replace(second=0, microsecond=0)
    late = begun + timedelta(hours=9)

    def labels(use_by):
        moments = {"prepared": begun, "use_by": use_by}
        times = {f"{name}_on": f"{at:%Y-%m-%d}" for name, at in moments.items()}
        times |= {f"{name}_time": f"{at:%H:%M}" for name, at in moments.items()}
        return client.post(address_of(version, "bag_labels"), times | {"bags": ["1"], "sheet": "roll", "first": "1"})

    assert labels(begun + timedelta(hours=8))["Content-Type"] == "application/pdf"
    assert "record them as made" in labels(late).context["form"].errors["use_by_on"][0]
    made(version, pharmacist, prepared_at=begun, use_by=late, reason="own study")
    assert labels(late)["Content-Type"] == "application/pdf"
    assert labels(late + timedelta(minutes=1)).context["form"].errors["use_by_on"]


def test_the_bag_in_the_hand_says_until_when_it_serves(version, pharmacist, nurse, as_user):
    address = reverse("bag", args=[version.protocol.patient.code, version.protocol.code, version.number, 2])
    assert "no bags are recorded as made" in plain(as_user(nurse).get(address).content.decode())
    made(version, pharmacist)
    page = plain(as_user(nurse).get(address).content.decode())
    assert "use by" in page
    assert "no second check yet" in page
