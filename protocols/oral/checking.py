"""The blind check of an oral version: the order in words, and the figures that follow from it.

Asked are, of each phase, how many units make each intake and the total of a day; of each single dose, its volume where
the dose was ordered, its dose where the volume was, and after the last what is given in all. Whole units, and sums that
end, are compared exactly; the rest as protocols/rules/blind_check.py says.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import groupby
from typing import Literal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from desens.numbers.quantity import Quantity
from desens.numbers.write import exact_text
from protocols.engine import (
    AnySchedule,
    AnySpecification,
    DaysSchedule,
    DaysSpecification,
    IntervalSchedule,
    IntervalSpecification,
)
from protocols.engine.days import Phase, ScheduledDay
from protocols.engine.days.specification import Time
from protocols.engine.intervals import SingleDose
from protocols.oral.amounts import Amounts, amounts_of
from protocols.oral.calendar import TIMES
from protocols.rules.blind_check import Wanted
from protocols.version_document import VersionDocument

#: Asked of each component of a medicine; volumes and units are the same.
OF_EACH = ("total", "dose")


@dataclass(frozen=True, kw_only=True)
class Intake:
    """A phase or a single dose as it was ordered, in words."""

    part: Literal["phase", "dose"]
    number: int
    text: str


def strengths_of(document: VersionDocument) -> str:
    """The marketed units of the order, the strongest first; "" where none are stated."""
    found = document.specification
    if not isinstance(found, DaysSpecification):
        return ""
    return ", ".join(map(amounts_of(document).text, sorted(found.strengths, reverse=True)))


def intakes_of(document: VersionDocument) -> tuple[Intake, ...]:
    """Each phase or dose of the order."""
    found, amounts = document.specification, amounts_of(document)
    if isinstance(found, DaysSpecification):
        return tuple(
            Intake(part="phase", number=n, text=_phase_text(phase, amounts))
            for n, phase in enumerate(found.phases, start=1)
        )
    if isinstance(found, IntervalSpecification):
        return tuple(
            Intake(part="dose", number=n, text=_dose_text(single, found, amounts))
            for n, single in enumerate(found.doses, start=1)
        )
    return ()


def asked_by_mouth(document: VersionDocument) -> tuple[Wanted, ...]:
    """The figures of an oral version, from its stored schedule; of several components the doses and totals of each."""
    first = _asked(document.specification, document.schedule)
    if not document.others:
        return first
    asked = [*_named(first, document.specification.drug)]
    for other in document.others:
        theirs = _asked(other.specification, other.schedule)
        asked += _named((one for one in theirs if one.what in OF_EACH), other.specification.drug)
    return tuple(sorted(asked, key=lambda one: one.number))


def _named(asked: Iterable[Wanted], drug: str) -> Iterator[Wanted]:
    """The same figures; those asked of each component bear its name."""
    for one in asked:
        yield replace(one, at=drug.replace(" ", "_")) if one.what in OF_EACH else one


def _asked(found: AnySpecification, schedule: AnySchedule) -> tuple[Wanted, ...]:
    if isinstance(found, DaysSpecification) and isinstance(schedule, DaysSchedule):
        days = {day.day: day for day in schedule.days}
        of_phases = (_of_phase(n, days[phase.first_day], found) for n, phase in enumerate(found.phases, start=1))
        return tuple(wanted for wanteds in of_phases for wanted in wanteds)
    if isinstance(found, IntervalSpecification) and isinstance(schedule, IntervalSchedule):
        return tuple(_of_doses(found, schedule))
    return ()


def _of_phase(number: int, day: ScheduledDay, found: DaysSpecification) -> Iterator[Wanted]:
    """Alike intakes are asked for once; of several strengths each its count."""
    alike = len({taken.dose for taken in day.doses}) == 1
    ranks = {strength: str(n) for n, strength in enumerate(sorted(found.strengths, reverse=True), start=1)}
    for taken in day.doses[:1] if alike else day.doses:
        counts = {strength: count for count, strength in taken.units or ()}
        for strength, rank in ranks.items() if taken.units is not None else ():
            at = "-".join(([] if alike else [taken.time]) + ([rank] if len(ranks) > 1 else []))
            count = Fraction(counts.get(strength, 0))
            yield Wanted(part="phase", number=number, what="units", unit="", value=count, at=at, exact=True)
    yield _exactly(Wanted(part="phase", number=number, what="total", unit=found.unit, value=day.total))


def _of_doses(found: IntervalSpecification, schedule: IntervalSchedule) -> Iterator[Wanted]:
    for single, step in zip(found.doses, schedule.steps, strict=True):
        if single.volume_ml is not None and single.dose is None:
            yield _exactly(Wanted(part="dose", number=step.number, what="dose", unit=found.unit, value=step.dose))
        elif single.solution is not None and step.volume_ml is not None:
            yield _exactly(Wanted(part="dose", number=step.number, what="volume", unit="mL", value=step.volume_ml))
    last = schedule.steps[-1]
    yield _exactly(Wanted(part="dose", number=last.number, what="total", unit=found.unit, value=schedule.total_dose))


def _exactly(wanted: Wanted) -> Wanted:
    """Compared exactly where the figure ends within what can be typed."""
    text = exact_text(wanted.value)
    exact = "/" not in text and sum(map(str.isdigit, text)) <= 12
    return Wanted(**(vars(wanted) | {"exact": exact}))


def _phase_text(phase: Phase, amounts: Amounts) -> str:
    days = {"first": phase.first_day, "last": phase.last_day}
    when = _("From day %(first)s on") % days if phase.last_day is None else _("Day %(first)s to day %(last)s") % days
    if phase.last_day == phase.first_day:
        when = _("Day %(first)s") % days
    doses = [(dose, [time for _amount, time in group]) for dose, group in _by_dose(phase)]
    said = [
        (_("%(dose)s each time: %(times)s") if len(times) > 1 else _("%(dose)s in the %(times)s"))
        % {"dose": amounts.text(dose), "times": ", ".join(str(TIMES[time]).lower() for time in times)}
        for dose, times in doses
    ]
    return f"{when}: {'; '.join(said)}"


def _by_dose(phase: Phase) -> Iterator[tuple[Fraction, Iterator[tuple[Fraction, Time]]]]:
    return groupby(((dose, time) for time, dose in phase.doses), key=lambda pair: pair[0])


def _dose_text(single: SingleDose, found: IntervalSpecification, amounts: Amounts) -> str:
    given = [str(Quantity.of(single.volume_ml, "mL"))] if single.volume_ml is not None else []
    given += [amounts.text(single.dose)] if single.dose is not None else []
    solutions = {solution.number: solution for solution in found.solutions}
    if single.solution is not None:
        strength = amounts.text(solutions[single.solution].concentration, "/mL")
        named = {"number": single.solution, "strength": strength}
        given.append(_("of solution %(number)s, %(strength)s") % named)
    minutes = single.minutes_after_previous or found.interval_minutes
    if minutes and single is not found.doses[0]:
        after = ngettext("%(n)s minute after the dose before", "%(n)s minutes after the dose before", minutes)
        given.append(after % {"n": minutes})
    return ", ".join(given)
