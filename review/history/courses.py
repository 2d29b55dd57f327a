"""The history of a person, one course a culprit drug: its desensitizations and all that belongs on their time line."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from desens.access.models import User
from patients.person import PersonRecords
from procedures.choices import Outcome
from review.history.breakthroughs import Reading
from review.history.collecting import Collected, collected
from review.history.cycles import Cycle, cycle_of
from review.history.marks import Mark, plan_text
from review.history.material import material
from review.history.overview import Overview, overview
from review.history.words import counted, share

#: What stands on one line of the time line.
Entry = Cycle | Mark


@dataclass(frozen=True, kw_only=True)
class Year:
    """The lines of a year, the newest first."""

    text: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, kw_only=True)
class DrugCourse:
    """One culprit drug. `cycles` and `years` begin with the newest; `mistakes` count nowhere."""

    anchor: str
    drug: str
    total: str
    counts: tuple[str, ...]
    period: str
    plans: tuple[str, ...]
    cycles: tuple[Cycle, ...]
    years: tuple[Year, ...]
    mistakes: tuple[Cycle, ...]
    picture: Overview | None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every line, the newest first."""
        return tuple(entry for year in self.years for entry in year.entries)


def history(person: PersonRecords, *, code: str, viewer: User) -> tuple[DrugCourse, ...]:
    """Every course as the viewer may read it, the one desensitized last on top; addresses lead to the record `code`.

    Twenty-five queries, one more where the roles of the viewer are not read yet.
    """
    stuff = material(person.ids)
    reading = Reading(code=code, cases=stuff.cases, unit=stuff.unit, viewer=viewer)
    courses = [_course(place, each, reading) for place, each in enumerate(collected(stuff, reading), start=1)]
    return tuple(courses)


def _course(place: int, drug: Collected, reading: Reading) -> DrugCourse:
    previous = (None, *drug.procedures)
    cycles = [
        cycle_of(one, earlier, drug.before.get(one.row.pk, ()), reading)
        for earlier, one in zip(previous, drug.procedures, strict=False)
    ]
    cycles.reverse()
    return DrugCourse(
        anchor=f"drug-{place}",
        drug=drug.name,
        total=counted(len(cycles), ngettext("desensitization", "desensitizations", len(cycles))),
        counts=tuple(_counts(cycles)),
        period=_period(cycles),
        plans=tuple(f"{row.name}: {plan_text(row, reading)} ({row.from_text})" for row in drug.plans_in_force),
        cycles=tuple(cycles),
        years=_years(cycles, drug.marks),
        mistakes=tuple(cycle_of(one, None, (), reading) for one in drug.mistakes),
        picture=overview(cycles, drug.marks, [row.known_day for row in drug.doses]),
    )


def _counts(cycles: Sequence[Cycle]) -> Iterable[str]:
    """How they ended, each of how many; what did not happen is not listed, save a missing outcome."""
    ended = Counter(cycle.outcome for cycle in cycles)
    for outcome in Outcome:
        if ended[outcome]:
            yield f"{outcome.label}: {share(ended[outcome], len(cycles))}"
    if ended[""]:
        yield _("outcome not recorded: %(share)s") % {"share": share(ended[""], len(cycles))}


def _period(cycles: Sequence[Cycle]) -> str:
    if not cycles:
        return ""
    if len(cycles) == 1:
        return cycles[0].day_text
    return _("%(first)s to %(last)s") % {"first": cycles[-1].day_text, "last": cycles[0].day_text}


def _years(cycles: Sequence[Cycle], marks: Sequence[Mark]) -> tuple[Year, ...]:
    """Of one day the desensitization stands above what came before it."""
    dated: list[tuple[date, int, int, Entry]] = [
        *((mark.day, 0, place, mark) for place, mark in enumerate(marks)),
        *((cycle.day, 1, -place, cycle) for place, cycle in enumerate(cycles)),
    ]
    ordered = sorted(dated, key=lambda item: item[:3], reverse=True)
    grouped = groupby(ordered, key=lambda item: item[0].year)
    return tuple(Year(text=f"{year:04}", entries=tuple(item[3] for item in items)) for year, items in grouped)
