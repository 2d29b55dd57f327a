"""Home with its work lists: many open protocols against few, and as many done ones behind them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import StringIO
from itertools import cycle, islice
from uuid import uuid4

from django.core.management import call_command
from django.db import connection

from benchmarks.lists import rows_by_key
from benchmarks.schedules import FILE, schedule
from benchmarks.timing import Figure, compare, seconds, wall_seconds
from desens.access.models import User, UserRole
from desens.access.roles import Role
from drugs.models import Drug
from patients.models import Patient
from protocols.engine import canonical, to_stored
from protocols.models import Comparison, Meaning, Protocol, Release, Signature, Template, Version
from worklists.asked import Asked
from worklists.lists import lists_of, shown

NOW = datetime(2026, 11, 20, 14, 5, tzinfo=UTC)
TODAY = NOW.date()
BATCH = 1_000
DRAFT, SIGNED, VERIFIED, RELEASED, DONE = range(5)
#: Half of all protocols are done; of the open ones each has come as far as each other.
FATES = (DONE, DRAFT, DONE, SIGNED, DONE, VERIFIED, DONE, RELEASED)
#: Of so many versions ten have this fate.
TEN_A_DAY = {DONE: 10 * len(FATES) // 4, RELEASED: 10 * len(FATES)}
READERS = {"an allergist": Role.ALLERGIST, "a pharmacist": Role.PHARMACIST, "a nurse": Role.NURSE}


def figures(*, few: int, many: int, turns: int) -> list[Figure]:
    """The scratch database, with its patients, is filled twice; each page is read against a bare read of rows."""
    call_command("load_library", stdout=StringIO())
    people = {name: reader(role) for name, role in READERS.items()}
    text = canonical({"schema": 2, "schedule": to_stored(schedule(FILE))})
    clock = seconds if connection.vendor == "sqlite" else wall_seconds
    taken = []
    for count in (few, many):
        fill(2 * count - Protocol.objects.count(), text=text, by=people["an allergist"], and_by=people["a pharmacist"])
        read = pages(people)
        taken.append([timed(what, page, turns=10 * turns, clock=clock) for what, page in read.items()])
    return [
        replace(
            after, what=f"{after.what}, {many} open protocols", against=f"with {few}", ratio=after.ratio / before.ratio
        )
        for before, after in zip(*taken, strict=True)
    ]


def timed(
    what: str, page: Callable[[], object], *, turns: int, clock: Callable[[Callable[[], object]], float]
) -> Figure:
    """A page against the rows of a page by their keys."""
    return compare(what=what, ours=page, against="rows", bare=rows_by_key, turns=turns, clock=clock)


def pages(people: Mapping[str, User]) -> Mapping[str, Callable[[], object]]:
    """All lists of each home."""

    def home(viewer: User) -> Callable[[], object]:
        return lambda: [shown(each, Asked(viewer=viewer, at=NOW, on=TODAY)) for each in lists_of(viewer)]

    return {f"the work lists of {name}": home(viewer) for name, viewer in people.items()}


def reader(role: Role) -> User:
    """Somebody who works from lists."""
    user = User.objects.create(username=f"benchmark.{role}", full_name="Benchmark")
    UserRole.objects.create(user=user, role=role)
    return user


def fill(count: int, *, text: str, by: User, and_by: User) -> None:
    """More protocols of one version each, prescribed `by`, verified `and_by`; and a database in use's statistics."""
    fates, patients = cycle(FATES), cycle(Patient.objects.order_by("pk")[:BATCH])
    drug, template = Drug.objects.order_by("pk")[0], Template.objects.order_by("pk")[0]
    for first in range(0, count, BATCH):
        of_batch = list(islice(fates, min(BATCH, count - first)))
        keys = {"created_by": by, "created_at": NOW, "drug": drug}
        protocols = Protocol.objects.bulk_create(
            Protocol(entry_key=uuid4(), code=uuid4().hex[:12], patient=next(patients), **keys) for _ in of_batch
        )
        versions = Version.objects.bulk_create(version(each, template, text, by) for each in protocols)
        come_far(list(zip(versions, of_batch, strict=True)), by=by, and_by=and_by)
    with connection.cursor() as cursor:
        cursor.execute("analyze")


def version(protocol: Protocol, template: Template, text: str, by: User) -> Version:
    """The first version of a protocol, saved at some minute of the year."""
    key = uuid4()
    saved = {"saved_by": by, "saved_at": NOW - timedelta(minutes=key.int % 525_600), "engine_version": "1.0.0"}
    return Version(
        protocol=protocol, number=1, template=template, document=text, digest="0" * 64, entry_key=key, **saved
    )


def come_far(versions: list[tuple[Version, int]], *, by: User, and_by: User) -> None:
    """The signatures and releases of versions, each as far as its fate."""
    signed = {"document": "{}", "sha256": "0" * 64}
    first = Signature.objects.bulk_create(
        Signature(version=each, at=each.saved_at, meaning=Meaning.PRESCRIBED, person=by, entry_key=uuid4(), **signed)
        for each, fate in versions
        if fate != DRAFT
    )
    fates = {each.pk: fate for each, fate in versions}
    further = [row for row in first if fates[row.version_id] in {VERIFIED, RELEASED, DONE}]
    checks = Comparison.objects.bulk_create(
        Comparison(version=row.version, person=and_by, at=NOW, entered="{}", agrees=True, entry_key=uuid4())
        for row in further
    )
    second = Signature.objects.bulk_create(
        Signature(
            version=row.version,
            at=row.at,
            meaning=Meaning.VERIFIED,
            person=and_by,
            prescription=row,
            comparison=check,
            entry_key=uuid4(),
            **signed,
        )
        for row, check in zip(further, checks, strict=True)
    )
    Release.objects.bulk_create(releases(second, fates, by=by))


def releases(verified: list[Signature], fates: Mapping[int, int], *, by: User) -> Iterator[Release]:
    """Ten a day: the done ones in days gone by, the open ones from today on."""
    for row in verified:
        fate = fates[row.version_id]
        if fate in TEN_A_DAY:
            days = row.version_id // TEN_A_DAY[fate]
            yield Release(
                version=row.version,
                verification=row,
                planned_on=TODAY + timedelta(days=days if fate == RELEASED else -days - 1),
                place="day hospital",
                patients_per_nurse=1,
                document="{}",
                sha256="0" * 64,
                by=by,
                at=NOW,
                entry_key=uuid4(),
            )
