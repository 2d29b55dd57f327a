"""How the dose rate goes from step to step. Codes, levels and limits: README.md."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from desens.numbers.write import number_text
from protocols.engine.finding import Caution, Finding, NeedsSignOff
from protocols.engine.schedule import Schedule, ScheduledStep

#: protocols.md 1: a rise above 2.5 cautions, above 3 needs sign-off.
CAUTION_ABOVE = Fraction(5, 2)
SIGN_OFF_ABOVE = Fraction(3)


def jumps(schedule: Schedule, declared: frozenset[str]) -> Iterator[Finding]:
    """Dose rates that jump, unless the protocol declares itself logarithmic or slow."""
    if declared & {"logarithmic", "slow"}:
        return
    for step, fold in _folds(schedule):
        if fold > CAUTION_ABOVE:
            level = NeedsSignOff if fold > SIGN_OFF_ABOVE else Caution
            yield level(code="dose-rate-jump", where=f"step {step.number}", values=_fold_values(step, fold))


def falls(schedule: Schedule, declared: frozenset[str]) -> Iterator[Finding]:
    """Dose rates that fall, or do not rise at a change of bag, unless declared falling (or slow, for no rise)."""
    if "falling" in declared:
        return
    bag_changes = {after.number for before, after in pairwise(schedule.steps) if before.solution != after.solution}
    for step, fold in _folds(schedule):
        values = _fold_values(step, fold)
        if fold < 1:
            yield NeedsSignOff(code="dose-rate-fall", where=f"step {step.number}", values=values)
        elif fold == 1 and step.number in bag_changes and "slow" not in declared:
            yield Caution(code="no-rise-at-bag-change", where=f"step {step.number}", values=values)


def _folds(schedule: Schedule) -> Iterator[tuple[ScheduledStep, Fraction]]:
    """The rises of steps that deliver; one that delivers nothing is line fill or has its own finding."""
    return ((step, step.fold_increase) for step in schedule.steps if step.fold_increase)


def _fold_values(step: ScheduledStep, fold: Fraction) -> tuple[tuple[str, str], ...]:
    return (("step", str(step.number)), ("solution", str(step.solution)), ("fold", number_text(fold)))
