"""What the engine finds in a schedule. Codes, levels and limits: README.md; sentences: explain.py."""

from collections.abc import Iterator

from protocols.engine.finding import Blocker, Finding, NeedsSignOff
from protocols.engine.pumping import outside_pump
from protocols.engine.rises import falls, jumps
from protocols.engine.schedule import Schedule
from protocols.engine.specification import Specification
from protocols.engine.sums import by_level, off_target
from protocols.engine.wording import amount_text, volume_text


def findings_of(schedule: Schedule, specification: Specification) -> tuple[Finding, ...]:
    """All findings, blockers first, then in the order of the steps."""
    return by_level(
        *undelivered(schedule),
        *off_target(
            given=schedule.total_dose,
            target=schedule.target_dose,
            unit=schedule.unit,
            declared=specification.declared,
        ),
        *outside_range(schedule, specification),
        *jumps(schedule, specification.declared),
        *falls(schedule, specification.declared),
        *overage(schedule, specification),
    )


def undelivered(schedule: Schedule) -> Iterator[Finding]:
    """Steps that deliver nothing and are not booked as line fill."""
    for step in schedule.steps:
        if step.dose == 0 and not step.line_fill:
            values = (("step", str(step.number)), ("volume", volume_text(step.volume_ml)))
            yield Blocker(code="undelivered-step", where=f"step {step.number}", values=values)


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
