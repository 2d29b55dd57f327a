"""The events of a history, carried out with the bookkeeping of bedside.py: what a careful nurse would write down."""

from __future__ import annotations

from fractions import Fraction

from tests.protocols.second.bedside import Account, Ahead, Ran, Row, Set, account


class Nurse:
    """`happened` are (kind, minute, step, rate, read) in any order; `stands` is one mapping of plain figures."""

    def __init__(self, hung: Set, goal: Fraction) -> None:
        self.hung, self.goal = hung, goal
        self.runs: list[Ran] = []
        self.mode = "not-started"
        self.since = Fraction(0)
        self.found: list[str] = []

    def stands(self, happened: list[tuple], now: Fraction) -> dict:
        for kind, minute, step, rate, read in sorted(happened, key=lambda one: one[1]):
            if minute <= now:
                self.happens(kind, minute, step, rate, read)
        self.watch(now, None)
        return self.written(now)

    def happens(self, kind, minute, step, rate, read) -> None:
        fault = self.fault(kind, minute, step)
        if fault:
            self.found.append(fault)
            return
        self.watch(minute, read)
        self.note(read)
        if kind == "pause":
            self.mode = "paused"
        elif kind == "stop":
            self.mode = "stopped"
        else:
            if step is not None:
                self.start(kind, step)
            self.go(minute, step, rate)

    def fault(self, kind, minute, step) -> str | None:
        if minute < 0:
            return "negative-time"
        if self.mode == "stopped":
            return "after-stop"
        if kind == "resume":
            if self.mode != "paused":
                return "resume-without-pause"
        elif kind == "pause" and self.mode == "paused":
            return "already-paused"
        elif kind != "start" and self.mode == "not-started":
            return "not-started"
        if kind in ("start", "resume") and step is not None and not 0 < step <= len(self.hung.steps):
            return "no-such-step"
        return None

    def watch(self, minute, read) -> None:
        """The pump from `since` to now: until its volume is in, or further where it was read to have gone on."""
        if self.mode != "running":
            return
        run = self.runs[-1]
        passed = minute - self.since
        ran = min(passed, self.own_ml() * 60 / run.rate)
        if read is not None and self.possible(read) and read > run.moved + ran * run.rate / 60:
            ran = min(passed, (read - run.moved) * 60 / run.rate)
        run.minutes += ran
        run.unread_minutes += ran
        run.moved += ran * run.rate / 60
        self.mode = "standing"

    def note(self, read) -> None:
        if read is None or (not self.runs and read == 0):
            return
        run = self.runs[-1] if self.runs else None
        if run is None or not self.possible(read) or read < run.read or (read > run.read and not run.unread_minutes):
            self.found.append("reading-ignored")
            return
        run.moved, run.read, run.unread_minutes = read, read, Fraction(0)

    def possible(self, read) -> bool:
        run = self.runs[-1]
        before = account(self.hung, [*self.moved()[:-1], (run.bag, Fraction(0), run.flush)])
        return run.flush or before.drawn[run.bag] + read <= self.hung.bags[run.bag][0]

    def start(self, kind, step) -> None:
        before = self.runs[-1] if self.runs else None
        due = before.number + 1 if before else 1
        if before and (kind == "start" or step >= due) and self.own_ml() * 60 / before.rate > 1:
            self.found.append("step-cut-short")
        if step != due:
            self.found.append("step-back" if step < due else "step-skipped")
        bag, rate, _, ml, flush = self.hung.steps[step - 1]
        if flush and before:
            bag, rate = before.bag, before.rate
        self.runs.append(Ran(number=step, bag=bag, rate=rate, plan_ml=ml, flush=flush))

    def go(self, minute, step, rate) -> None:
        run = self.runs[-1]
        if rate is not None:
            run.rate = rate
            if rate > self.hung.steps[run.number - 1][1]:
                self.found.append("rate-above-plan")
        self.mode, self.since = "running", minute
        if step is not None and not self.own_ml():
            self.found.append("nothing-left")

    def moved(self) -> list:
        return [(run.bag, run.moved, run.flush) for run in self.runs]

    def ahead(self) -> tuple[list[Row], set[int]]:
        ways = Ahead(self.hung, self.goal, self.runs)
        return ways.answer(), ways.dry

    def own_ml(self) -> Fraction:
        """What the run under way would still be given."""
        return sum((row.ml for row in self.ahead()[0] if row.number == self.runs[-1].number), Fraction(0))

    def written(self, now) -> dict:
        state, (rows, dry) = account(self.hung, self.moved()), self.ahead()
        mode = self.mode
        if mode == "standing":
            mode = "running" if self.own_ml() else "waiting"
        if self.runs and not rows:
            mode = "completed"
        if mode == "stopped":
            rows, dry = [], set()
        told, cumulative, past = [], state.given, self.moved()
        for row in rows:
            past = [*past, (row.bag, row.ml, row.flush)]
            given = account(self.hung, past).given
            told.append((row.number, row.bag, row.rate, row.minutes, row.ml, given - cumulative, given, row.flush))
            cumulative = given
        return {
            "state": mode,
            "step": self.runs[-1].number if self.runs else None,
            "minutes": self.runs[-1].minutes if self.runs else None,
            "delivered": state.given,
            "in_line": in_line(self.hung, state),
            "bags": [(bag, state.drawn[bag], ml - state.drawn[bag]) for bag, (ml, _) in self.hung.bags.items()],
            "remaining": told,
            "total": cumulative,
            "found": sorted([*self.found, *("bag-exhausted" for _ in dry), *self.off(mode, cumulative)]),
        }

    def off(self, mode, total) -> list[str]:
        if abs(total - self.goal) * 1000 <= self.goal or (mode == "stopped" and total < self.goal) or not self.goal:
            return []
        return ["target-missed" if total < self.goal else "target-exceeded"]


def in_line(hung: Set, state: Account) -> tuple[Fraction, Fraction]:
    plugs = [(bag, ml) for line in state.staying.values() for bag, ml in line if bag]
    return sum((ml for _, ml in plugs), Fraction(0)), sum((ml * hung.bags[bag][1] for bag, ml in plugs), Fraction(0))
