"""What the engine finds in a schedule. Codes, levels and limits: README.md; sentences: explain.py."""

from collections.abc import Iterator
from fractions import Fraction

from desens.numbers.write import number_text
from protocols.engine.finding import Blocker, Finding, NeedsSignOff
from protocols.engine.pumping import outside_pump
from protocols.engine.rises import falls, jumps
from protocols.engine.schedule import Schedule
from protocols.engine.specification import Specification
from protocols.engine.wording import amount_text, volume_text

#: protocols.md 1: the sum meets the target within 0.1 %.
TARGET_TOLERANCE = Fraction(1, 1000)

_LEVELS = ("blocker", "sign-off", "caution")


def findings_of(schedule: Schedule, specification: Specification) -> tuple[Finding, ...]:
    """All findings, blockers first, then in the order of the steps."""
    found: list[Finding] = [
        *undelivered(schedule),
        *off_target(schedule, specification.declared),
        *outside_range(schedule, specification),
        *jumps(schedule, specification.declared),
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


def overage(schedule: Schedule, specification: Specification) -> Iterator[Finding]:
    """Drug that stays in the lines and must not be flushed in."""
    flushed = specification.line is not None and specification.line.end_flush
    if schedule.in_line_amount and not flushed:
        values = (
            ("amount", amount_text(schedule.in_line_amount, schedule.unit)),
            ("volume", volume_text(schedule.in_line_ml)),
        )
        yield NeedsSignOff(code="overage-in-line", values=values)
