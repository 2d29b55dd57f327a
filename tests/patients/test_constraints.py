"""What must always be true of the rows that keep records right, by the database itself."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError
from django.utils import timezone

from patients.models import Joining, JoiningUndone, PatientState, SearchKey
from tests.clinic import registered

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_state_is_one_of_three(allergist):
    row = PatientState(patient=registered(allergist), state="gone", since=date(2026, 11, 2), entry_key=uuid4())
    row.recorded_by, row.recorded_at = allergist, timezone.now()
    with pytest.raises(IntegrityError, match="patientstate_state"):
        row.save()


def test_a_joining_is_undone_once_and_for_a_reason(allergist):
    leading, second = registered(allergist), registered(allergist, hospital_number="2")
    common = {"recorded_by": allergist, "recorded_at": timezone.now()}
    joining = Joining(patient=second, leading=leading, turn=1, reason="x", entry_key=uuid4(), **common)
    joining.save()

    def undo(reason):
        JoiningUndone(
            joining=joining, reason=reason, entry_key=uuid4(), undone_by=allergist, undone_at=timezone.now()
        ).save()

    with pytest.raises(IntegrityError, match="joiningundone_reason"):
        undo("")
    undo("two people")
    with pytest.raises(IntegrityError):
        undo("once more")


def test_a_key_of_a_patient_stands_once(allergist):
    row = SearchKey.objects.filter(patient=registered(allergist)).first()
    with pytest.raises(IntegrityError):
        SearchKey.objects.create(patient=row.patient, key=row.key, name_key="")
