"""The course of an infusion: events one after another, from the first start to `now`."""

from fractions import Fraction

from protocols.engine.finding import Finding
from protocols.engine.line import ZERO
from protocols.engine.replay.ahead import Outlook, look_ahead
from protocols.engine.replay.bench import Bench
from protocols.engine.replay.event import Event
from protocols.engine.replay.findings import about
from protocols.engine.replay.judging import compared, pace, refusal
from protocols.engine.replay.own_end import left_minutes
from protocols.engine.replay.plan import Plan
from protocols.engine.replay.progress import Progress
from protocols.engine.replay.task import tasks_after
from protocols.engine.wording import volume_text


class Course:
    """`bench` is the state before the run under way; since `since` the pump goes, for `own_minutes` at most."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.bench = Bench(plan)
        self.runs: list[Progress] = []
        self.findings: list[Finding] = []
        self.paused = self.stopped = False
        self.since: Fraction | None = None
        self.own_minutes = ZERO

    @property
    def run(self) -> Progress | None:
        """The run under way, or the last one."""
        return self.runs[-1] if self.runs else None

    def take(self, event: Event, number: int) -> None:
        """What an event changes; `number` is its place in the list. What cannot be changes nothing and is named."""
        last_step = len(self.plan.schedule.steps)
        code = refusal(event, started=bool(self.runs), paused=self.paused, stopped=self.stopped, last_step=last_step)
        if code is not None:
            self.findings.append(about(code, event, number))
            return
        self.halt(event.at, infused_ml=event.infused_ml)
        self._read(event, number)
        self.paused, self.stopped = event.kind == "pause", event.kind == "stop"
        if event.kind in ("start", "resume"):
            if event.step is not None:
                self._begin(event, event.step)
            self._go_on(event, self.runs[-1])

    def halt(self, minute: Fraction, *, infused_ml: Fraction | None = None) -> None:
        """The pump ran until now, or until the step's own end; a larger reading shows that it ran on."""
        if self.since is None:
            return
        run, most = self.runs[-1], minute - self.since
        minutes = min(most, self.own_minutes)
        if infused_ml is not None and run.rate_ml_h and self._can_be(infused_ml):
            minutes = max(minutes, min(most, (infused_ml - run.volume_ml) * 60 / run.rate_ml_h))
        run.ran(since=self.since, minutes=minutes)
        self.since = None

    def bench_now(self) -> Bench:
        """The state with what the run under way has moved."""
        bench = self.bench.copied()
        if self.run is not None:
            bench.push(self.run.solution, self.run.volume_ml, flush=self.run.step.flush)
        return bench

    def outlook(self) -> Outlook:
        """What remains if it goes on now."""
        return look_ahead(self.plan, self.bench_now(), tasks_after(self.plan, self.run))

    def left_minutes(self) -> Fraction:
        """What is left of the run under way; 0 where it has ended, and before the first."""
        return left_minutes(self.plan, self.bench_now(), self.run) if self.run else ZERO

    def _can_be(self, infused_ml: Fraction) -> bool:
        """Whether the bag held so much when the run began; a flush draws from none."""
        run = self.runs[-1]
        return run.step.flush or infused_ml <= self.bench.left_ml(run.solution)

    def _read(self, event: Event, number: int) -> None:
        infused_ml = event.infused_ml
        if infused_ml is None or (self.run is None and infused_ml == 0):
            return
        if self.run is None or not self._can_be(infused_ml) or not self.run.read(infused_ml):
            self.findings.append(about("reading-ignored", event, number, volume=volume_text(infused_ml)))

    def _begin(self, event: Event, number: int) -> None:
        """Leave the run under way as it is, and start a step anew."""
        step, before = self.plan.schedule.steps[number - 1], self.run
        last_step = len(self.plan.schedule.steps)
        self.findings += compared(event, number, run=before, left_minutes=self.left_minutes(), last_step=last_step)
        self.bench = self.bench_now()
        run = Progress(step=step, solution=step.solution, begins=event.at, rate_ml_h=step.rate_ml_h)
        if step.flush and before is not None:
            run.solution, run.rate_ml_h = before.solution, before.rate_ml_h
        self.bench.hang(run.solution)
        self.runs.append(run)

    def _go_on(self, event: Event, run: Progress) -> None:
        if event.rate_ml_h is not None:
            run.rate_ml_h = event.rate_ml_h
        self.own_minutes, self.since = self.left_minutes(), event.at
        self.findings += pace(event, run, self.own_minutes)
