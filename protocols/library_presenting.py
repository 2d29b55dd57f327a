"""One library entry as its page shows it: the schedule as published, of each drug, by any route."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.numbers.quantity import Quantity
from desens.numbers.sentences import figures_kept
from protocols.engine import (
    AnyEntry,
    AnySchedule,
    DayDose,
    DaysSchedule,
    IntervalSchedule,
    ProtocolTemplate,
    ScheduledDay,
    entry_schedules,
)
from protocols.figure.shown import FigureView, figure_view
from protocols.findings_shown import FindingLine, finding_lines
from protocols.library_listing import line_of
from protocols.library_printed import errata_lines, printed_views
from protocols.presenting import ScheduleView, schedule_lines

TIMES = {
    "morning": gettext_lazy("Morning"),
    "noon": gettext_lazy("Noon"),
    "evening": gettext_lazy("Evening"),
    "night": gettext_lazy("Night"),
}


@dataclass(frozen=True, kw_only=True)
class DoseLine:
    """One single dose; volume and solution None where it is not measured from a solution."""

    number: int
    time: Quantity
    solution: int | None
    volume: Quantity | None
    dose: Quantity
    cumulative: Quantity
    fold: Quantity | None


@dataclass(frozen=True, kw_only=True)
class StrengthLine:
    """One solution that doses are measured from."""

    number: int
    concentration: Quantity
    drawn: Quantity


@dataclass(frozen=True, kw_only=True)
class DayLine:
    """One day: the dose at each of the calendar's times, None where none is taken, and of which units they are made."""

    day: str
    doses: tuple[Quantity | None, ...]
    units: str
    total: Quantity


@dataclass(frozen=True, kw_only=True)
class Section:
    """The schedule of one drug or component: exactly one of infused, doses and days is filled."""

    drug: str
    unit_text: str
    target: Quantity
    findings: tuple[FindingLine, ...]
    infused: ScheduleView | None = None
    figure: FigureView | None = None
    doses: tuple[DoseLine, ...] = ()
    strengths: tuple[StrengthLine, ...] = ()
    times: tuple[str, ...] = ()
    days: tuple[DayLine, ...] = ()


def entry_view(entry: AnyEntry) -> dict[str, object]:
    """All that the page of an entry shows."""
    schedules = entry_schedules(entry)
    by_days = any(isinstance(schedule, DaysSchedule) for schedule in schedules)
    infused = isinstance(entry, ProtocolTemplate)
    return {
        "template": entry,
        "line": line_of(entry),
        "sections": tuple(_section(schedule) for schedule in schedules),
        "printed": printed_views(entry, place="row" if by_days else "step"),
        "errata": errata_lines(entry),
        "prescribable": infused,
    }


def _section(schedule: AnySchedule) -> Section:
    unit = schedule.unit
    head = Section(
        drug=schedule.drug,
        unit_text=Quantity.of(0, unit).unit_text,
        target=Quantity.of(schedule.target_dose, unit),
        findings=tuple(replace(line, text=figures_kept(line.text)) for line in finding_lines(schedule.findings)),
    )
    if isinstance(schedule, DaysSchedule):
        return _with_days(head, schedule)
    if isinstance(schedule, IntervalSchedule):
        return _with_doses(head, schedule)
    return replace(head, infused=schedule_lines(schedule), figure=figure_view(schedule, None))


def _with_doses(head: Section, schedule: IntervalSchedule) -> Section:
    unit = schedule.unit
    doses = tuple(
        DoseLine(
            number=step.number,
            time=Quantity.of(step.minute, "min"),
            solution=step.solution,
            volume=None if step.volume_ml is None else Quantity.of(step.volume_ml, "mL"),
            dose=Quantity.of(step.dose, unit),
            cumulative=Quantity.of(step.cumulative_dose, unit),
            fold=None if step.fold_increase is None else Quantity.of(step.fold_increase, ""),
        )
        for step in schedule.steps
    )
    strengths = tuple(
        StrengthLine(
            number=solution.number,
            concentration=Quantity.of(solution.concentration, f"{unit}/mL"),
            drawn=Quantity.of(solution.drawn_ml, "mL"),
        )
        for solution in schedule.solutions
    )
    return replace(head, doses=doses, strengths=strengths)


def _with_days(head: Section, schedule: DaysSchedule) -> Section:
    used = [time for time in TIMES if any(dose.time == time for day in schedule.days for dose in day.doses)]
    days = tuple(_day(day, used, schedule) for day in schedule.days)
    return replace(head, times=tuple(str(TIMES[time]) for time in used), days=days)


def _day(day: ScheduledDay, times: list[str], schedule: DaysSchedule) -> DayLine:
    doses: dict[str, Quantity] = {dose.time: Quantity.of(dose.dose, schedule.unit) for dose in day.doses}
    goes_on = schedule.open_ended and day == schedule.days[-1]
    return DayLine(
        day=_("%(day)s and on") % {"day": day.day} if goes_on else str(day.day),
        doses=tuple(doses.get(time) for time in times),
        units=_made_of(day.doses, schedule) if schedule.strengths else "",
        total=Quantity.of(day.total, schedule.unit),
    )


def _made_of(doses: tuple[DayDose, ...], schedule: DaysSchedule) -> str:
    """Of what each dose of a day is made; said once where all are made alike."""
    made = [_units(dose, schedule) for dose in doses]
    if len(made) > 1 and len(set(made)) == 1:
        return _("each time: %(units)s") % {"units": made[0]}
    return "; ".join(made)


def _units(dose: DayDose, schedule: DaysSchedule) -> str:
    if dose.units is None:
        return _("must be compounded")
    counted = (
        _("%(count)s of %(strength)s") % {"count": count, "strength": Quantity.of(strength, schedule.unit)}
        for count, strength in dose.units
    )
    return ", ".join(counted)
