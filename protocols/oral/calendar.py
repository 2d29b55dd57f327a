"""An oral schedule as a page shows it: days with their dates, or doses with their minutes. Nothing computed anew."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.numbers.quantity import Quantity
from desens.numbers.sentences import kept_together
from protocols.engine import DayDose, DaysSchedule, IntervalSchedule, ScheduledDay
from protocols.engine.days.specification import Time
from protocols.findings_shown import FindingLine, finding_lines
from protocols.targets import target_text

TIMES: Mapping[Time, Promise] = {
    "morning": gettext_lazy("Morning"),
    "noon": gettext_lazy("Noon"),
    "evening": gettext_lazy("Evening"),
    "night": gettext_lazy("Night"),
}
ROUTES: Mapping[str, Promise] = {
    "oral": gettext_lazy("by mouth"),
    "subcutaneous": gettext_lazy("under the skin (subcutaneous)"),
}
OralSchedule = DaysSchedule | IntervalSchedule


@dataclass(frozen=True, kw_only=True)
class Taken:
    """One dose of a day, and of which units it is made: "2 x 150 mg", "" where no strengths are stated.

    `others`: the dose of each further component with its name.
    """

    dose: Quantity
    units: str
    others: tuple[tuple[Quantity, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Day:
    """One day; `on` its date, None without a first day; `taken` at each of the calendar's times, None where nothing is.

    `goes_on`: the same on every day after it. `rise`: the total over that of the day before, None on the first day.
    `others`: the total of each further component.
    """

    number: int
    on: date | None
    taken: tuple[Taken | None, ...]
    total: Quantity
    rise: Quantity | None
    rises: bool
    goes_on: bool
    others: tuple[Quantity, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Dose:
    """One single dose; volume and solution None where it is not measured from a solution.

    `others`: dose and cumulative dose of each further component.
    """

    number: int
    time: Quantity
    solution: int | None
    volume: Quantity | None
    dose: Quantity
    cumulative: Quantity
    fold: Quantity | None
    others: tuple[tuple[Quantity, Quantity], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Solution:
    """What doses are measured from; `others`: the concentration of each further component."""

    number: int
    concentration: Quantity
    drawn: Quantity
    others: tuple[Quantity, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CalendarView:
    """All of an oral schedule that a page shows: days with their times of the day, or single doses.

    `others`: the further components of a medicine, whose doses stand beside those of the first, `drug`.
    """

    drug: str
    route: str | Promise
    unit_text: str
    target_text: str
    target: Quantity
    by_day: bool
    findings: tuple[FindingLine, ...]
    engine_version: str
    strengths: str = ""
    times: tuple[str, ...] = ()
    days: tuple[Day, ...] = ()
    doses: tuple[Dose, ...] = ()
    solutions: tuple[Solution, ...] = ()
    others: tuple["CalendarView", ...] = ()


def calendar_view(schedule: OralSchedule, first_day: date | None) -> CalendarView:
    """The schedule with its units attached; day 1 is `first_day`."""
    unit = schedule.unit
    head = CalendarView(
        drug=schedule.drug,
        route=ROUTES[schedule.route],
        unit_text=Quantity.of(0, unit).unit_text,
        target_text=target_text([schedule]),
        target=Quantity.of(schedule.target_dose, unit),
        by_day=isinstance(schedule, DaysSchedule),
        findings=finding_lines(schedule.findings),
        engine_version=schedule.engine_version,
    )
    if isinstance(schedule, IntervalSchedule):
        return replace(head, doses=_doses(schedule), solutions=_solutions(schedule))
    used = [time for time in TIMES if any(taken.time == time for day in schedule.days for taken in day.doses)]
    return replace(
        head,
        strengths=", ".join(str(Quantity.of(strength, unit)) for strength in schedule.strengths),
        times=tuple(str(TIMES[time]) for time in used),
        days=tuple(_day(day, used, schedule, first_day) for day in schedule.days),
    )


def units_text(dose: DayDose, schedule: DaysSchedule) -> str:
    """Of which units a dose is made: "2 x 150 mg + 1 x 20 mg"."""
    if not schedule.strengths:
        return ""
    if dose.units is None:
        return _("must be compounded")
    return " + ".join(
        f"{count}\u00a0x {kept_together(str(Quantity.of(strength, schedule.unit)))}" for count, strength in dose.units
    )


def _day(day: ScheduledDay, times: list[Time], schedule: DaysSchedule, first_day: date | None) -> Day:
    taken = {
        dose.time: Taken(dose=Quantity.of(dose.dose, schedule.unit), units=units_text(dose, schedule))
        for dose in day.doses
    }
    fold = day.fold_increase
    return Day(
        number=day.day,
        on=_date(first_day, day.day),
        taken=tuple(taken.get(time) for time in times),
        total=Quantity.of(day.total, schedule.unit),
        rise=None if fold is None else Quantity.of(fold, ""),
        rises=fold is not None and fold != 1,
        goes_on=schedule.open_ended and day == schedule.days[-1],
    )


def _date(first_day: date | None, day: int) -> date | None:
    """None without a first day, and beyond the last date there is."""
    try:
        return None if first_day is None else first_day + timedelta(days=day - 1)
    except OverflowError:
        return None


def _doses(schedule: IntervalSchedule) -> tuple[Dose, ...]:
    return tuple(
        Dose(
            number=step.number,
            time=Quantity.of(step.minute, "min"),
            solution=step.solution,
            volume=None if step.volume_ml is None else Quantity.of(step.volume_ml, "mL"),
            dose=Quantity.of(step.dose, schedule.unit),
            cumulative=Quantity.of(step.cumulative_dose, schedule.unit),
            fold=None if step.fold_increase is None else Quantity.of(step.fold_increase, ""),
        )
        for step in schedule.steps
    )


def _solutions(schedule: IntervalSchedule) -> tuple[Solution, ...]:
    return tuple(
        Solution(
            number=drawn.number,
            concentration=Quantity.of(drawn.concentration, f"{schedule.unit}/mL"),
            drawn=Quantity.of(drawn.drawn_ml, "mL"),
        )
        for drawn in schedule.solutions
    )
