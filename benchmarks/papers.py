"""Papers of a released version: as stored against drawn, the papers of a day, and memory over many sheets."""

import os
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from django.utils import timezone

from benchmarks.sheets import sheet_of_the_case
from benchmarks.timing import Figure, compare, wall_seconds
from desens.access.models import User, UserRole
from desens.access.roles import Role
from protocols.documents import nursing_sheet
from protocols.downtime.due import due_on
from protocols.downtime.pack import pack_of
from protocols.models import Paper, Version
from protocols.papers.handing import wanted_of
from protocols.papers.keeping import printed
from protocols.papers.sheet import drawn_sheet
from protocols.papers.subject import Subject, subject_of
from tests.clinic import drafted, libraries, registered
from tests.protocols.lifecycle.steps import released, signed, verified


def figures(*, sheets: int, many: int, turns: int) -> list[Figure]:
    """In a migrated database: `sheets` in a pack; memory before and after `many` sheets."""
    allergist, pharmacist = (_person(role) for role in (Role.ALLERGIST, Role.PHARMACIST))
    days = [timezone.localdate() + timedelta(days=n) for n in (3, 4)]
    libraries()
    versions = [_released(allergist, pharmacist, day, n) for day in days for n in range(sheets)]
    return [
        *reprints(versions[0], by=allergist, turns=turns),
        pack(iter(days), _subject(versions[0], allergist), sheets=sheets, by=allergist),
        memory(many=many),
    ]


def reprints(version: Version, *, by: User, turns: int) -> list[Figure]:
    """The sheet a second time: the stored file with its audit event; and all that the view asks before it."""
    subject = _subject(version, by)
    printed(wanted_of(subject, Paper.NURSING_SHEET), lambda: drawn_sheet(subject), by=by, at=timezone.now())

    def stored(found: Subject) -> bytes:
        return printed(wanted_of(found, Paper.NURSING_SHEET), _never, by=by, at=timezone.now())

    ways = {
        "a nursing sheet handed out as stored": lambda: stored(subject),
        "the same, asked before whether it still holds": lambda: stored(_subject(version, by)),
    }
    return [
        compare(
            what=what,
            ours=ours,
            against="drawing it",
            bare=lambda: drawn_sheet(subject),
            turns=turns,
            clock=wall_seconds,
        )
        for what, ours in ways.items()
    ]


def pack(days: Iterator[date], subject: Subject, *, sheets: int, by: User) -> Figure:
    """The first pack of a day, each sheet drawn and stored, against drawing as many sheets alone."""

    def packed() -> bytes:
        day, now = next(days), timezone.now()
        return pack_of(day, due_on(day, viewer=by, today=timezone.localdate()), by=by, at=now)

    return compare(
        what=f"the papers of a day with {sheets} sheets, encrypted",
        ours=packed,
        against=f"drawing {sheets} sheets",
        bare=lambda: [drawn_sheet(subject) for _ in range(sheets)],
        turns=1,
        clock=wall_seconds,
    )


def memory(*, many: int) -> Figure:
    """Memory of this process and the fork server after `many` sheets against after the first ten."""
    sheet = sheet_of_the_case()
    for _ in range(10):
        nursing_sheet.render(sheet)
    before = _resident_pages()
    taken = wall_seconds(lambda: [nursing_sheet.render(sheet) for _ in range(many)])
    return Figure(
        what=f"memory after {many} sheets",
        against="after the first ten",
        ratio=_resident_pages() / before,
        seconds=taken / many,
    )


def _resident_pages() -> int:
    """Pages in memory of this process and of its children."""
    own = os.getpid()
    processes = [Path(f"/proc/{own}"), *(path for path in Path("/proc").glob("[0-9]*") if _parent(path) == own)]
    return sum(int((path / "statm").read_text().split()[1]) for path in processes)


def _parent(process: Path) -> int:
    try:
        return int((process / "stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def _subject(version: Version, viewer: User) -> Subject:
    protocol = version.protocol
    return subject_of(protocol.patient.code, protocol.code, version.number, viewer=viewer)


def _released(allergist: User, pharmacist: User, day: date, number: int) -> Version:
    version = drafted(registered(allergist, hospital_number=f"{day:%d}-{number}"), allergist)
    signed(version, allergist)
    verified(version, pharmacist)
    released(version, allergist, planned_on=day)
    return version


def _person(role: Role) -> User:
    user = User.objects.create(username=f"papers.{role}", full_name="Papers")
    UserRole.objects.create(user=user, role=role)
    return user


def _never() -> bytes:
    raise RuntimeError("a stored sheet was drawn again")
