"""The first page of the patients' list: many patients against few, in one database."""

from datetime import UTC, date, datetime
from uuid import uuid4

from django.core.management import call_command

from benchmarks.timing import Figure, seconds
from desens.access.models import User, UserRole
from desens.access.roles import Role
from patients import selectors
from patients.models import Patient
from patients.names import comparable

NOW = datetime(2026, 11, 20, 14, 5, tzinfo=UTC)


def figures(*, few: int, many: int, turns: int) -> list[Figure]:
    """Migrates the scratch database, fills it twice, and reads the same page each time."""
    call_command("migrate", verbosity=0)
    viewer = User.objects.create(username="benchmark", full_name="Benchmark")
    UserRole.objects.create(user=viewer, role=Role.NURSE)
    quickest = {}
    for count in (few, many):
        fill(count - Patient.objects.count(), by=viewer)
        quickest[count] = min(seconds(lambda: first_page(viewer)) for _ in range(10 * turns))
    what, against = f"the list's first page of {many} patients", f"that of {few}"
    return [Figure(what=what, against=against, ratio=quickest[many] / quickest[few], seconds=quickest[many])]


def first_page(viewer: User) -> selectors.PatientPage:
    """What the list's page reads."""
    return selectors.patient_page(viewer=viewer, on=date(2026, 11, 20))


def fill(count: int, *, by: User) -> None:
    """More patients, with names spread over the alphabet."""
    Patient.objects.bulk_create(patient(by) for _ in range(count))


def patient(by: User) -> Patient:
    """Someone whose name and number are random."""
    key = uuid4()
    return Patient(
        entry_key=key,
        code=key.hex[:12],
        family_name=key.hex[:8],
        given_name=key.hex[8:16],
        name_key=comparable(f"{key.hex[:8]} {key.hex[8:16]}"),
        birth_date=date(1962, 4, 3),
        sex="U",
        hospital_number=key.hex[:20],
        hospital_number_key=key.hex[:20],
        registered_by=by,
        registered_at=NOW,
    )
