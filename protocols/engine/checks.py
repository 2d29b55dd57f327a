"""What the engine finds in a schedule. Codes, levels and limits: README.md; sentences: explain.py."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from desens.numbers.write import number_text
from protocols.engine.finding import Blocker, Caution, Finding, NeedsSignOff
from protocols.engine.pumping import outside_pump
from protocols.engine.schedule import Schedule, ScheduledStep
from protocols.engine.specification import Specification
from protocols.engine.wording import amount_text, volume_text

#: protocols.md 1: the sum meets the target within 0.1 %; a rise above 2.5 cautions, above 3 needs sign-off.
TARGET_TOLERANCE = Fraction(1, 1000)
CAUTION_ABOVE = Fraction(5, 2)
SIGN_OFF_ABOVE = Fraction(3)

_LEVELS = ("blocker", "sign-off", "caution")


def findings_of(schedule: Schedule, specification: Specification) -> tuple[Finding, ...]:
    """All findings, blockers first, then in the order of the steps."""
    found: list[Finding] = [
        *undelivered(schedule),
        *off_target(schedule, specification.declared),
        *outside_range(schedule, specification),
        *rises(schedule, specification.declared),
        *falls(schedule, specification.declared),
        *overage(schedule, specification),
    ]
    return tuple(sorted(found, key=lambda finding: _LEVELS.index(finding.level)))


def undelivered(schedule: Schedule) -> Iterator[Finding]:
    """Steps that deliver nothing and are not booked as line fill."""
    for step in schedule.steps:
        if step.dose == 0 and not step.line_fill:
            values = (("step", str(step.number)), ("volume", volume_text(step.volume_ml)))
            yield Blocker(code="undelivered-step", where=f"step {step.number}", values=values)


def off_target(schedule: Schedule, declared: frozenset[str]) -> Iterator[Finding]:
    """A total that misses or exceeds the target by more than 0.1 % of it.

    A declared tenfold series exceeds it by construction (1.111 of its last dose): there the prescriber signs for it.
    """
    difference = schedule.total_dose - schedule.target_dose
    if abs(difference) <= schedule.target_dose * TARGET_TOLERANCE:
        return
    values = (
        ("given", amount_text(schedule.total_dose, schedule.unit)),
        ("target", amount_text(schedule.target_dose, schedule.unit)),
        ("percent", number_text(abs(difference) / schedule.target_dose * 100)),
    )
    if difference < 0:
        yield Blocker(code="target-missed", values=values)
    elif "logarithmic" in declared:
        yield NeedsSignOff(code="target-exceeded", values=values)
    else:
        yield Blocker(code="target-exceeded", values=values)


def outside_range(schedule: Schedule, specification: Specification) -> Iterator[Finding]:
    """Rates the pump cannot be set to."""
    pump = specification.pump
    if pump is None:
        return
    for step in schedule.steps:
        if not pump.min_rate_ml_h <= step.rate_ml_h <= pump.max_rate_ml_h:
            yield outside_pump(step.number, step.rate_ml_h, pump)


def rises(schedule: Schedule, declared: frozenset[str]) -> Iterator[Finding]:
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


def overage(schedule: Schedule, specification: Specification) -> Iterator[Finding]:
    """Drug that stays in the lines and must not be flushed in."""
    flushed = specification.line is not None and specification.line.end_flush
    if schedule.in_line_amount and not flushed:
        values = (
            ("amount", amount_text(schedule.in_line_amount, schedule.unit)),
            ("volume", volume_text(schedule.in_line_ml)),
        )
        yield NeedsSignOff(code="overage-in-line", values=values)


def _folds(schedule: Schedule) -> Iterator[tuple[ScheduledStep, Fraction]]:
    return ((step, step.fold_increase) for step in schedule.steps if step.fold_increase is not None)


def _fold_values(step: ScheduledStep, fold: Fraction) -> tuple[tuple[str, str], ...]:
    return (("step", str(step.number)), ("solution", str(step.solution)), ("fold", number_text(fold)))
