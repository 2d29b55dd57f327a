"""The patients' list and its search: many patients against few, in one database."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from django.core.management import call_command
from django.db import connection

from benchmarks.timing import Figure, compare, seconds, wall_seconds
from desens.access.models import User, UserRole
from desens.access.roles import Role
from patients import selectors
from patients.finding import find_page
from patients.models import Patient, SearchKey
from patients.names import comparable
from patients.search_keys import rows_for

NOW = datetime(2026, 11, 20, 14, 5, tzinfo=UTC)
TODAY = date(2026, 11, 20)
BATCH = 5_000
Page = Callable[[], selectors.PatientPage]


def figures(*, few: int, many: int, turns: int) -> list[Figure]:
    """Migrates the scratch database, fills it twice, and reads the same pages each time.

    Each page is timed against a bare read of a page's rows, so that the disturbances of the two times cancel.
    """
    call_command("migrate", verbosity=0)
    viewer = User.objects.create(username="benchmark", full_name="Benchmark")
    UserRole.objects.create(user=viewer, role=Role.NURSE)
    taken = []
    for count in (few, many):
        fill(count - Patient.objects.count(), by=viewer)
        taken.append([timed(what, read, turns=10 * turns) for what, read in pages(viewer).items()])
    return [
        replace(after, what=f"{after.what}, {many} patients", against=f"with {few}", ratio=after.ratio / before.ratio)
        for before, after in zip(*taken, strict=True)
    ]


def timed(what: str, read: Page, *, turns: int) -> Figure:
    """A page against the rows of a page by their keys; by the wall clock where another process computes."""
    clock = seconds if connection.vendor == "sqlite" else wall_seconds
    return compare(what=what, ours=read, against="rows", bare=rows_by_key, turns=turns, clock=clock)


def rows_by_key() -> object:
    """What any page reads at least."""
    return list(Patient.objects.order_by("pk")[: selectors.PAGE_ROWS])


def pages(viewer: User) -> Mapping[str, Page]:
    """What the pages read: the list, a beginning that many share, and one person in each way."""
    someone = Patient.objects.order_by("pk")[0]

    def search(text: str) -> Page:
        return lambda: find_page(text=text, viewer=viewer, on=TODAY)

    return {
        "the list's first page": lambda: selectors.patient_page(viewer=viewer, on=TODAY),
        "a search by one letter": search("s"),
        "a search by two name parts": search(f"{someone.given_name} {someone.family_name[:6]}"),
        "a search by hospital number": search(someone.hospital_number),
        "a search by birth date and letter": search(f"{someone.birth_date.isoformat()} s"),
    }


def fill(count: int, *, by: User) -> None:
    """More patients, half of whose names begin with s, and the statistics that a database in use has."""
    for first in range(0, count, BATCH):
        stored = Patient.objects.bulk_create(patient(by) for _ in range(min(BATCH, count - first)))
        SearchKey.objects.bulk_create([row for one in stored for row in rows_for(one)], batch_size=BATCH)
    with connection.cursor() as cursor:
        cursor.execute("analyze")


def patient(by: User) -> Patient:
    """Someone whose name, birth date and number are random."""
    key = uuid4()
    family_name, given_name = ("s" if key.int % 2 else "") + key.hex[:8], key.hex[8:16]
    return Patient(
        entry_key=key,
        code=key.hex[:12],
        family_name=family_name,
        given_name=given_name,
        name_key=comparable(f"{family_name} {given_name}"),
        birth_date=date(1930, 1, 1) + timedelta(days=key.int % 30_000),
        sex="U",
        hospital_number=key.hex[:20],
        hospital_number_key=key.hex[:20],
        registered_by=by,
        registered_at=NOW,
    )
