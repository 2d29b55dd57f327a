"""How long the run under way still lasts, without looking further ahead than must be."""

from fractions import Fraction

from protocols.engine.line import ZERO
from protocols.engine.replay.ahead import Walk, look_ahead
from protocols.engine.replay.bench import Bench
from protocols.engine.replay.plan import Plan
from protocols.engine.replay.progress import Progress
from protocols.engine.replay.task import tasks_after


def left_minutes(plan: Plan, bench: Bench, run: Progress) -> Fraction:
    """What is left of a run in the state of `bench`; 0 where it has ended.

    Where something of the next step is wanted, the run goes on as planned, and the steps behind do not matter.
    """
    tasks = tasks_after(plan, run)
    if len(tasks.infusing) > 1:
        task, following = tasks.infusing[:2]
        walk = Walk(plan, bench)
        walk.run(task)
        if walk.wanted_ml(following, flushed=tasks.flush is not None):
            return walk.rows[0].minutes
    rows = look_ahead(plan, bench, tasks).rows
    return rows[0].minutes if rows and rows[0].number == run.step.number else ZERO
