"""What remains, so that the total still meets the goal: the last step makes up for what went otherwise.

The steps are run as planned, each as far as its bag holds. Where the total then is the goal, that is the answer. Else
the last step is solved for it; where even nothing of it would be too much, the schedule is cut at the step that reaches
it.
"""

from dataclasses import dataclass, replace
from fractions import Fraction

from protocols.engine.finding import Blocker
from protocols.engine.line import DILUENT, ZERO
from protocols.engine.replay.bench import Bench
from protocols.engine.replay.findings import exhausted
from protocols.engine.replay.plan import Plan
from protocols.engine.replay.replayed import RemainingStep
from protocols.engine.replay.task import Task, Tasks


@dataclass(frozen=True, kw_only=True)
class Outlook:
    """The rows that take time, the dose given in all after them, and the bags that cannot give what remains."""

    rows: tuple[RemainingStep, ...]
    total_dose: Fraction
    exhausted: tuple[Blocker, ...]


class Walk:
    """Tasks run one after another on a bench of their own."""

    def __init__(self, plan: Plan, bench: Bench) -> None:
        self.plan, self.bench = plan, bench.copied()
        self.rows: list[RemainingStep] = []
        self.dry: dict[int, Blocker] = {}

    def run(self, task: Task) -> None:
        """A step as far as its bag holds; the last one may be short without a finding, the total tells."""
        self.bench.hang(task.solution)
        left_ml = self.bench.left_ml(task.solution)
        if task.volume_ml > left_ml and task.number < self.plan.infusing[-1].number:
            finding = exhausted(task, holds_ml=self.bench.bags_ml[task.solution], left_ml=left_ml)
            self.dry.setdefault(task.solution, finding)
        self._add(task, min(task.volume_ml, left_ml))

    def flush(self, task: Task | None, behind: Task | None, *, whole: bool) -> None:
        """Empty the line of the last bag at the last rate: the whole, or as much of it as the goal still wants."""
        if task is None:
            return
        if behind is not None:
            task = replace(task, solution=behind.solution, rate_ml_h=behind.rate_ml_h)
        wanted = self.plan.goal - self.bench.given
        if not whole and self.bench.held(task.solution) > wanted:
            flow = self.bench.hang(task.solution)
            enough_ml = flow.volume_delivering(wanted, DILUENT, self.bench.concentrations) if wanted > 0 else ZERO
            task = replace(task, volume_ml=min(task.volume_ml, enough_ml))
        self._add(task, task.volume_ml)

    def wanted_ml(self, task: Task, *, flushed: bool) -> Fraction:
        """The least volume of a step with which the goal is reached; 0 where it is reached without."""
        flow = self.bench.hang(task.solution)
        wanted = self.plan.goal - self.bench.given - (self.bench.held(task.solution) if flushed else ZERO)
        if wanted <= 0:
            return ZERO
        if flushed:
            return wanted / self.bench.concentrations[task.solution]
        return flow.volume_delivering(wanted, task.solution, self.bench.concentrations)

    def outlook(self) -> Outlook:
        """What came of it."""
        rows = tuple(row for row in self.rows if row.minutes)
        return Outlook(rows=rows, total_dose=self.bench.given, exhausted=tuple(self.dry.values()))

    def _add(self, task: Task, volume_ml: Fraction) -> None:
        before = self.bench.given
        self.bench.push(task.solution, volume_ml, flush=task.flush)
        self.rows.append(
            RemainingStep(
                number=task.number,
                solution=task.solution,
                rate_ml_h=task.rate_ml_h,
                minutes=task.minutes_for(volume_ml),
                volume_ml=volume_ml,
                dose=self.bench.given - before,
                cumulative_dose=self.bench.given,
                flush=task.flush,
            )
        )


def look_ahead(plan: Plan, bench: Bench, tasks: Tasks) -> Outlook:
    """What remains after the state of `bench`."""
    walk = Walk(plan, bench)
    ends: tuple[int, Fraction] | None = None
    for position, task in enumerate(tasks.infusing):
        wanted_ml = walk.wanted_ml(task, flushed=tasks.flush is not None)
        if wanted_ml:
            ends = position, wanted_ml
        walk.run(task)
    walk.flush(tasks.flush, tasks.infusing[-1] if tasks.infusing else None, whole=True)
    return walk.outlook() if walk.bench.given == plan.goal else _adjusted(plan, bench, tasks, ends)


def _adjusted(plan: Plan, bench: Bench, tasks: Tasks, ends: tuple[int, Fraction] | None) -> Outlook:
    """Ending with the step at a position, which takes a volume; with the flush alone where no step is wanted."""
    walk = Walk(plan, bench)
    behind = None
    if ends is not None:
        position, wanted_ml = ends
        for task in tasks.infusing[:position]:
            walk.run(task)
        behind = tasks.infusing[position]
        takes_more = behind.number == plan.infusing[-1].number and behind.rate_ml_h
        walk.run(replace(behind, volume_ml=wanted_ml if takes_more else min(wanted_ml, behind.volume_ml)))
    walk.flush(tasks.flush, behind, whole=False)
    return walk.outlook()
