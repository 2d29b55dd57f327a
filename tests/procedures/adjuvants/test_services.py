"""Doses and plans of an adjuvant are kept once; what cannot be is refused."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.utils import timezone

from desens.audit.models import AuditEvent
from desens.records.once import OtherContentError
from patients.keeping_services import InErrorAlreadyError
from procedures.adjuvants.dating import DayUnknownError, day_before
from procedures.adjuvants.services import ImpossibleAdjuvantError, mark_adjuvant_in_error
from procedures.models import AdjuvantDose, AdjuvantPlan
from tests.access.samples import sample_patient
from tests.procedures.records import dose_of, plan_of, procedure_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def patient(nurse):
    return sample_patient("1")


def test_a_dose_is_kept_once(patient, nurse):
    key = uuid4()
    first = dose_of(patient, nurse, entry_key=key)
    assert dose_of(patient, nurse, entry_key=key) == first
    assert (first.name, first.given_text, str(first.quantity)) == ("omalizumab", "2026-10-27", "300\u00a0mg")
    with pytest.raises(OtherContentError):
        dose_of(patient, nurse, entry_key=key, dose=Decimal(150))
    assert AuditEvent.objects.filter(action="recorded adjuvant dose").count() == 1


def test_an_interval_and_then_a_stop_with_its_reason(patient, nurse):
    plan_of(patient, nurse)
    stop = plan_of(patient, nurse, interval_days=None, stopped=True, reason="tolerated without")
    assert AdjuvantPlan.objects.order_by("-from_on", "-id").first() == stop
    assert set(AuditEvent.objects.filter(action__contains="adjuvant").values_list("action", flat=True)) == {
        "planned adjuvant",
        "stopped adjuvant",
    }


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"given_on": timezone.localdate() + timedelta(days=2)}, "given_on"),
        ({"given_on": date(1962, 4, 2)}, "given_on"),
        ({"dose": Decimal(0)}, "dose"),
        ({"culprit": ""}, "culprit"),
        ({"adjuvant": "other"}, "other_name"),
        ({"other_name": "dupilumab"}, "other_name"),
    ],
)
def test_a_dose_that_cannot_be(patient, nurse, changes, field):
    with pytest.raises(ImpossibleAdjuvantError) as refusal:
        dose_of(patient, nurse, **changes)
    assert [problem.field for problem in refusal.value.problems] == [field]
    assert not AdjuvantDose.objects.exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"interval_days": None}, "interval_days"),
        ({"interval_days": 0}, "interval_days"),
        ({"interval_days": 366}, "interval_days"),
        ({"stopped": True, "reason": "no effect"}, "interval_days"),
        ({"stopped": True, "interval_days": None}, "reason"),
        ({"from_on": date(1962, 4, 2)}, "from_on"),
    ],
)
def test_a_plan_that_cannot_be(patient, nurse, changes, field):
    with pytest.raises(ImpossibleAdjuvantError) as refusal:
        plan_of(patient, nurse, **changes)
    assert [problem.field for problem in refusal.value.problems] == [field]
    assert not AdjuvantPlan.objects.exists()


def test_of_the_year_of_birth_only_the_year_may_be_known(patient, nurse):
    assert dose_of(patient, nurse, given_on=date(1962, 1, 1), given_precision="year").given_text == "1962"


def test_days_before_a_procedure(patient, nurse):
    procedure = procedure_of(patient, nurse)
    assert day_before(procedure, 14) == date(2026, 10, 27)
    assert day_before(procedure, 0) == date(2026, 11, 10)
    with pytest.raises(ValueError, match="below zero"):
        day_before(procedure, -1)
    with pytest.raises(DayUnknownError):
        day_before(procedure_of(patient, nurse, day=date(2026, 11, 1), day_precision="month"), 14)


def test_a_mistake_is_marked_once(patient, nurse):
    for entry in (dose_of(patient, nurse), plan_of(patient, nurse)):
        common = {"entry": entry, "by": nurse, "at": timezone.now(), "reason": "another patient"}
        mark_adjuvant_in_error(entry_key=uuid4(), **common)
        with pytest.raises(InErrorAlreadyError):
            mark_adjuvant_in_error(entry_key=uuid4(), **common)
    assert not AdjuvantDose.objects.filter(error__isnull=True).exists()
    assert not AdjuvantPlan.objects.filter(error__isnull=True).exists()
