"""The pages of procedures."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import uuid4

from django.urls import reverse
from django.utils import timezone

from desens.access.roles import Role
from patients.keeping_services import mark_in_error
from tests.browser.visit import Visit
from tests.cast import client_of, person
from tests.procedures.recording.given import address, page_of, recorded_from, released_version
from tests.procedures.records import procedure_of


def pages_of_procedures() -> Iterable[Visit]:
    """The form of a sheet, what was recorded from one and corrected, an error, and the short form."""
    allergist, pharmacist = person("allergist", Role.ALLERGIST), person("pharmacist", Role.PHARMACIST)
    reviewer = person("reviewer", Role.REVIEWER)
    version = released_version(allergist, pharmacist)
    yield Visit(name="version, to be recorded", address=address(version, "version"), user=allergist)
    yield Visit(name="record what was given", address=address(version), user=allergist)
    row = recorded_from(client_of(allergist), version, s3__start="0835", s3__heart_rate="98", s3__seen="flushing")
    for user in (allergist, reviewer):
        yield Visit(name=f"a procedure, {user}", address=page_of(row), user=user)
    for name in ("procedure_correct", "procedure_error"):
        yield Visit(name=name, address=page_of(row, name), user=allergist)
    yield Visit(name="version, recorded", address=address(version, "version"), user=allergist)
    patient = version.protocol.patient
    yield Visit(name="an earlier procedure", address=reverse("procedure_new", args=[patient.code]), user=allergist)
    wrong = procedure_of(patient, allergist, events=[("start", 1, 0), ("pause", 1, 5)])
    at = timezone.now() + timedelta(seconds=1)
    mark_in_error(entry=wrong, reason="another patient's", entry_key=uuid4(), by=allergist, at=at)
    yield Visit(name="a procedure in error", address=page_of(wrong), user=allergist)
