"""What is found in single doses at intervals. Codes, levels and limits: README.md beside; sentences: messages.py."""

from collections.abc import Iterator

from desens.numbers.write import number_text
from protocols.engine.finding import Caution, Finding, NeedsSignOff
from protocols.engine.intervals.schedule import IntervalSchedule
from protocols.engine.rises import CAUTION_ABOVE, SIGN_OFF_ABOVE
from protocols.engine.sums import by_level, off_target


def findings_of(schedule: IntervalSchedule, declared: frozenset[str]) -> tuple[Finding, ...]:
    """All findings, blockers first, then in the order of the doses."""
    return by_level(
        *off_target(given=schedule.total_dose, target=schedule.target_dose, unit=schedule.unit, declared=declared),
        *([] if declared & {"logarithmic", "slow"} else _jumps(schedule)),
        *([] if "falling" in declared else _falls(schedule)),
    )


def _jumps(schedule: IntervalSchedule) -> Iterator[Finding]:
    for step in schedule.steps:
        if step.fold_increase is not None and step.fold_increase > CAUTION_ABOVE:
            level = NeedsSignOff if step.fold_increase > SIGN_OFF_ABOVE else Caution
            values = (("step", str(step.number)), ("fold", number_text(step.fold_increase)))
            yield level(code="dose-jump", where=f"step {step.number}", values=values)


def _falls(schedule: IntervalSchedule) -> Iterator[Finding]:
    for step in schedule.steps:
        if step.fold_increase is not None and step.fold_increase < 1:
            values = (("step", str(step.number)), ("fold", number_text(step.fold_increase)))
            yield NeedsSignOff(code="dose-fall", where=f"step {step.number}", values=values)
