"""Rows inserted and removed. The rest of the plan stays as it was typed."""

from dataclasses import replace

from protocols.plan.rows import MOST_BAGS, MOST_STEPS, BagRow, Plan, StepRow, place_of

#: What an inserted step lasts where its neighbor states no minutes; the rows of published protocols last 15.
USUAL_MINUTES = "15"


def insert_step(plan: Plan, after: int) -> Plan:
    """One more step after step `after`, 0 for before the first: like the one above it, the first like the old first.

    Below a step that ends with its bag or at the target the new one takes that ending over, and the step above lasts
    USUAL_MINUTES. Nothing changes where `after` is no step, or there are MOST_STEPS.
    """
    if not 0 <= after <= len(plan.steps) or len(plan.steps) >= MOST_STEPS:
        return plan
    pattern = plan.steps[max(after, 1) - 1]
    timed = replace(pattern, minutes=pattern.minutes or USUAL_MINUTES, volume="", ends="")
    if pattern.ends and after:
        return _with_steps(plan, plan.steps[: after - 1], (timed, pattern), plan.steps[after:])
    new = timed if pattern.ends else pattern
    return _with_steps(plan, plan.steps[:after], (new,), plan.steps[after:])


def remove_step(plan: Plan, number: int) -> Plan:
    """Without step `number`; the only step stays. The step above, of the same bag, takes an ending over."""
    if not 1 <= number <= len(plan.steps) or len(plan.steps) == 1:
        return plan
    gone, above = plan.steps[number - 1], plan.steps[: number - 1]
    if gone.ends and above and above[-1].bag == gone.bag:
        above = (*above[:-1], replace(above[-1], minutes=gone.minutes, volume="", ends=gone.ends))
    return _with_steps(plan, above, plan.steps[number:])


def insert_bag(plan: Plan, after: int) -> Plan:
    """One more bag after bag `after`, 0 for before the first, of the same volume and diluent; what it holds is open."""
    if not 0 <= after <= len(plan.bags) or len(plan.bags) >= MOST_BAGS:
        return plan
    pattern = plan.bags[max(after, 1) - 1]
    new = BagRow(volume=pattern.volume, holds="amount", diluent=pattern.diluent)
    bags = (*plan.bags[:after], new, *plan.bags[after:])
    return Plan(bags=bags, steps=_moved(plan.steps, beyond=after, by=1))


def remove_bag(plan: Plan, number: int) -> Plan:
    """Without bag `number`; one that a step uses stays, and so does the only one."""
    used = any(place_of(step.bag) == number for step in plan.steps)
    if not 1 <= number <= len(plan.bags) or len(plan.bags) == 1 or used:
        return plan
    bags = (*plan.bags[: number - 1], *plan.bags[number:])
    return Plan(bags=bags, steps=_moved(plan.steps, beyond=number, by=-1))


def _moved(steps: tuple[StepRow, ...], *, beyond: int, by: int) -> tuple[StepRow, ...]:
    """Steps of bags after position `beyond` follow their bag to its new position."""
    return tuple(
        replace(step, bag=str(place_of(step.bag) + by)) if place_of(step.bag) > beyond else step for step in steps
    )


def _with_steps(plan: Plan, *parts: tuple[StepRow, ...]) -> Plan:
    return replace(plan, steps=tuple(step for part in parts for step in part))
