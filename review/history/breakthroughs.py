"""The breakthrough reactions of a procedure, as the history says them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from desens.access.models import User
from desens.access.typed_text import typed
from desens.numbers.quantity import Quantity
from desens.unit.selectors import UnitSettings
from procedures.breakthroughs.outdated import is_outdated, outdated_text
from procedures.models import Breakthrough
from reactions.recording.shown import ShownReaction
from review.history.gathering import Recorded
from review.history.grades import Grade, grade_of
from review.history.words import number

Cases = Mapping[UUID, ShownReaction]


@dataclass(frozen=True, kw_only=True)
class Seen:
    """One reaction of a procedure: `where` and `grade` in a word, `details` of what is recorded beside.

    `outdated` says that the dose among them was computed from times that were corrected since, "" where it was not.
    """

    step: int | None
    late: bool
    grade: Grade
    where: str
    details: tuple[str, ...]
    outdated: str
    address: str
    case_key: UUID

    @property
    def text(self) -> str:
        """Where it came, and how severe it was."""
        return f"{self.where}: {self.grade.text}"

    @property
    def whole_text(self) -> str:
        """The same with all that is recorded beside, and what speaks against it."""
        details = f"({', '.join(self.details)})" if self.details else ""
        return " ".join(filter(None, (self.text, details, self.outdated)))


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What is needed to say it: under whose address, the cases that stand, the unit's settings, and to whom."""

    code: str
    cases: Cases
    unit: UnitSettings
    viewer: User

    def typed(self, text: str) -> str:
        """What people wrote, as far as the viewer may read it."""
        return typed(text, self.viewer)


def seen_in(one: Recorded, reading: Reading) -> tuple[Seen, ...]:
    """Those of its reactions that stand, in the order of the steps, late ones last."""
    found = [_seen(row, one, reading) for row in one.breakthroughs if row.reaction_case in reading.cases]
    return tuple(sorted(found, key=lambda seen: (seen.late, seen.step is None, seen.step or 0)))


def _seen(row: Breakthrough, one: Recorded, reading: Reading) -> Seen:
    case = reading.cases[row.reaction_case]
    return Seen(
        step=row.step,
        late=row.late,
        grade=grade_of(case, reading.unit),
        where=_where(row),
        details=tuple(_details(row, case)),
        outdated=outdated_text() if row.dose_computed and is_outdated(row, one.course) else "",
        address=reverse("reaction", args=[reading.code, row.reaction_case]),
        case_key=row.reaction_case,
    )


def _where(row: Breakthrough) -> str:
    if row.late:
        if row.hours_after_end is None:
            return _("late, after the end")
        return _("late, %(hours)s after the end") % {"hours": Quantity.of(row.hours_after_end, "h")}
    if row.step is None:
        return _("step not recorded")
    return _("step\u00a0%(step)s") % {"step": number(row.step)}


def _details(row: Breakthrough, case: ShownReaction) -> Iterator[str]:
    if row.minutes is not None:
        yield _("minute %(minute)s") % {"minute": row.minutes.number}
    if row.dose is not None:
        yield _("%(dose)s reached") % {"dose": row.dose}
    if case.signs_text:
        yield case.signs_text
    if case.epinephrine.value:
        yield _("epinephrine: %(doses)s") % {"doses": case.epinephrine.number}
    if row.done_next:
        yield str(row.get_done_next_display())
