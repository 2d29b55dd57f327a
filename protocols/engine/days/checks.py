"""What is found in an oral protocol over days. Codes, levels and limits: README.md beside; sentences: messages.py."""

from collections.abc import Iterator
from fractions import Fraction

from desens.numbers.write import number_text
from protocols.engine.days.schedule import DaysSchedule
from protocols.engine.days.specification import DaysSpecification
from protocols.engine.finding import Caution, Finding, NeedsSignOff
from protocols.engine.sums import by_level, off_target
from protocols.engine.wording import amount_text

#: cases/alectinib-oral.yaml, rules: each increment at most 10 times the dose before.
STEEPEST = Fraction(10)


def findings_of(schedule: DaysSchedule, specification: DaysSpecification) -> tuple[Finding, ...]:
    """All findings, blockers first, then in the order of the days."""
    last = specification.phases[-1]
    return by_level(
        *off_target(
            given=last.total,
            target=schedule.target_dose,
            unit=schedule.unit,
            declared=specification.declared,
            where=f"day {last.first_day}",
        ),
        *_rises(schedule),
        *([] if "falling" in specification.declared else _falls(schedule)),
        *_compounded(schedule),
    )


def _rises(schedule: DaysSchedule) -> Iterator[Finding]:
    """More than 10 times the day before, or where the day does not rise so, one dose over the dose before it."""
    before: Fraction | None = None
    for day in schedule.days:
        where, steepest = f"day {day.day}", Fraction(0)
        for taken in day.doses:
            if before is not None and taken.dose / before > max(steepest, STEEPEST):
                steepest, dose = taken.dose / before, taken.dose
            before = taken.dose
        values = (("day", str(day.day)),)
        if day.fold_increase is not None and day.fold_increase > STEEPEST:
            fold = number_text(day.fold_increase)
            yield NeedsSignOff(code="daily-dose-jump", where=where, values=(*values, ("fold", fold)))
        elif steepest:
            of_dose = (("dose", amount_text(dose, schedule.unit)), ("fold", number_text(steepest)))
            yield NeedsSignOff(code="single-dose-jump", where=where, values=(*values, *of_dose))


def _falls(schedule: DaysSchedule) -> Iterator[Finding]:
    for day in schedule.days:
        if day.fold_increase is not None and day.fold_increase < 1:
            values = (("day", str(day.day)), ("fold", number_text(day.fold_increase)))
            yield NeedsSignOff(code="daily-dose-fall", where=f"day {day.day}", values=values)


def _compounded(schedule: DaysSchedule) -> Iterator[Finding]:
    """Each amount that no whole units make, on the first day on which it is taken."""
    if not schedule.strengths:
        return
    strengths = ", ".join(amount_text(strength, schedule.unit) for strength in schedule.strengths)
    seen: set[Fraction] = set()
    for day in schedule.days:
        for taken in day.doses:
            if taken.units is None and taken.dose not in seen:
                seen.add(taken.dose)
                dose = amount_text(taken.dose, schedule.unit)
                values = (("day", str(day.day)), ("dose", dose), ("strengths", strengths))
                yield Caution(code="must-be-compounded", where=f"day {day.day}", values=values)
