"""One patient about whom everything is recorded that is recorded in words."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.apps import apps
from django.utils import timezone

from desens.access.models import User
from desens.records.models import EnteredInError
from patients.keeping_services import join_records, undo_joining
from patients.models import Joining, Patient
from patients.services import record_state
from procedures.recording.entered import NewPremedication
from protocols.models import Version
from tests.access.samples import sample_patient
from tests.browser.pages import patient_with_everything
from tests.cast import client_of
from tests.clinic import drafted, libraries
from tests.procedures import records as procedures
from tests.procedures.recording.given import recorded_from
from tests.protocols.lifecycle.steps import released, signed, verified, voided
from tests.protocols.making.scene import checked, in_error, made
from tests.reactions.assessing import assessed
from tests.reactions.recording import entries as reacted
from tests.reactions.samples import records as sampled
from tests.reactions.skin_tests import typed as skin_tests
from tests.review.history import made as history

NOT_GIVEN = NewPremedication(medicine="cetirizine", given=False, why_not="vomiting")
NOTED = {"s3__seen": "flushing", "staff": "two", "note": "calm"}


def written_about(allergist: User, second: User) -> Patient:
    """The patient; `second` verifies, and makes the bags."""
    patient = patient_with_everything(allergist)
    libraries()
    assessed.everything(patient, allergist)
    reacted.everything(patient, allergist)
    sampled.everything(patient, allergist)
    skin_tests.everything(patient, allergist)
    _treated(patient, allergist, second)
    _kept(patient, allergist)
    return patient


def strike(by: User) -> None:
    """Mark the last entry of every kind as entered in error, by its row alone."""
    for mark in apps.get_models():
        if issubclass(mark, EnteredInError):
            of: Any = mark._meta.get_field("entry").related_model
            row = of.objects.filter(error__isnull=True).order_by("pk").last()
            if row is not None:
                common = {"entry_key": uuid4(), "marked_by": by, "marked_at": timezone.now()}
                mark.objects.create(entry=row, reason="another patient's", **common)


def _treated(patient: Patient, by: User, second: User) -> None:
    """A version in every state, bags, and days of desensitization with all that may be written of them."""
    drafted(patient, by, ordered_dose="1210", dose_reason="band")
    today, given = (_released(patient, by, second, days_ago=days_ago) for days_ago in (0, 1))
    bags = made(today, second, note="in the isolator", reason="own study")
    checked(bags, by, remark="label 3 printed anew")
    in_error(bags, second)
    checked(made(today, second, note="again", reason="own study"), by, remark="seen")
    voided(today, by)
    recorded_from(client_of(by), given, **NOTED)
    earlier = {"staff": "one", "protocol_note": "12 steps", "note": "calm", "reasons": "true", "why": "misread"}
    stopped = history.stopped(13, reason="chills", reasons="true")
    row = history.procedure(patient, by, particulars=earlier, ending=stopped, premedications=(NOT_GIVEN,))
    history.breakthrough(row, by, 13, grade=2)
    procedures.dose_of(patient, by, note="left arm")
    procedures.dose_of(patient, by, given_on=timezone.localdate(), note="left arm")
    for day in (date(2026, 11, 15), date(2026, 11, 16)):
        procedures.plan_of(patient, by, interval_days=None, stopped=True, reason="no effect", from_on=day)


def _released(patient: Patient, by: User, second: User, *, days_ago: int) -> Version:
    version = drafted(patient, by)
    signed(version, by)
    verified(version, second)
    released(version, by, planned_on=timezone.localdate() - timedelta(days=days_ago))
    return version


def _kept(patient: Patient, by: User) -> None:
    """Two records joined, one of them parted again; discharged."""
    common: dict[str, Any] = {"by": by, "at": timezone.now()}
    for number in ("S-8", "S-9"):
        joined = sample_patient(number)
        join_records(leading=patient, joined=joined, reason="registered twice", entry_key=uuid4(), **common)
    joining = Joining.objects.order_by("pk")[0]
    undo_joining(joining=joining, reason="two persons", entry_key=uuid4(), **common)
    state = {"state": "discharged", "since": timezone.localdate(), "note": "moved"}
    record_state(patient=patient, entry_key=uuid4(), **state, **common)
