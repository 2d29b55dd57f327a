"""A dose that was computed from the patient's figures is held against today's before every arrow."""

from datetime import date

import pytest
from django.utils import timezone

from patients.keeping_services import mark_in_error
from patients.models import Measurement
from protocols.lifecycle.refusals import ArrowRefusedError
from protocols.lifecycle.reopened import reopenings
from protocols.version_document import read_document
from tests.clinic import drafted, libraries, registered, weighed
from tests.protocols.lifecycle.doses import order_for, order_text
from tests.protocols.lifecycle.steps import signed, verified

pytestmark = pytest.mark.django_db(transaction=True)
WEIGHED_ON = date(2026, 11, 2)


@pytest.fixture
def version(allergist):
    """1200 mg for a woman of 80 kg, ordered as 15 mg for each kg."""
    libraries()
    patient = registered(allergist)
    weighed(patient, allergist, "80", on=WEIGHED_ON)
    return drafted(patient, allergist, dose_order=order_text(order_for(patient)))


def why(version):
    return reopenings(version, read_document(version.document), at=timezone.now())


@pytest.mark.parametrize(
    ("weight_kg", "reopened"), [("80", False), ("88", False), ("72", False), ("88.1", True), ("71.9", True)]
)
def test_more_than_ten_percent_reopens_ten_does_not(version, allergist, weight_kg, reopened):
    weighed(version.protocol.patient, allergist, weight_kg, on=date(2026, 11, 9))
    assert bool(why(version)) is reopened


def test_the_arrow_says_both_doses_and_the_limit(version, allergist, pharmacist):
    signed(version, allergist)
    weighed(version.protocol.patient, allergist, "100", on=date(2026, 11, 9))
    with pytest.raises(ArrowRefusedError, match="reopened") as told:
        verified(version, pharmacist)
    said = told.value.sentence.replace("\u202f", "").replace("\u00a0", " ")
    assert "gave 1200 mg and gives 1500 mg today: more than 10 % apart" in said


def test_a_dose_that_cannot_be_computed_any_more_reopens(version, allergist):
    row = Measurement.objects.get(kind="weight")
    mark_in_error(entry=row, reason="other patient", entry_key=row.entry_key, by=allergist, at=timezone.now())
    assert "cannot be computed" in why(version)[0]


def test_a_dose_that_was_typed_is_not_held_against_the_weight(allergist):
    libraries()
    patient = registered(allergist)
    weighed(patient, allergist, "80", on=WEIGHED_ON)
    version = drafted(patient, allergist)
    weighed(patient, allergist, "120", on=date(2026, 11, 9))
    assert not why(version)
