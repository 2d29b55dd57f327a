"""What is found in a history; codes and levels: README.md beside."""

from collections.abc import Iterator
from fractions import Fraction

from protocols.engine.finding import Blocker, Caution, Finding
from protocols.engine.replay.event import Event
from protocols.engine.replay.plan import Plan
from protocols.engine.replay.task import Task
from protocols.engine.sums import off_target
from protocols.engine.wording import minutes_text, volume_text


def at_step(code: str, step: int, **values: str) -> Caution:
    """A caution about a step."""
    return Caution(code=code, where=f"step {step}", values=(("step", str(step)), *values.items()))


def about(code: str, event: Event, number: int, **values: str) -> Caution:
    """A caution that names an event by its place in the list."""
    step = {} if event.step is None else {"step": str(event.step)}
    named = {"event": str(number), "minute": minutes_text(event.at)} | step | values
    return Caution(code=code, values=tuple(named.items()))


def exhausted(task: Task, *, holds_ml: Fraction, left_ml: Fraction) -> Blocker:
    """`bag-exhausted`: a step wants more than its bag still holds."""
    values = {
        "solution": str(task.solution),
        "step": str(task.number),
        "holds": volume_text(holds_ml),
        "drawn": volume_text(holds_ml - left_ml + task.volume_ml),
    }
    return Blocker(code="bag-exhausted", where=f"solution {task.solution}", values=tuple(values.items()))


def off_goal(plan: Plan, given: Fraction, *, stopped: bool) -> Iterator[Finding]:
    """The total against the goal; what was stopped misses it on purpose, and a goal of 0 cannot be missed."""
    if (stopped and given < plan.goal) or not plan.goal:
        return
    yield from off_target(given=given, target=plan.goal, unit=plan.schedule.unit, declared=frozenset())
