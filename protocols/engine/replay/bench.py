"""Bags, lines and patient while an infusion runs: where every millilitre is."""

from fractions import Fraction

from protocols.engine.line import DILUENT, ZERO, Lines, Plug, PlugFlow, Volumes, added, amount_of
from protocols.engine.replay.plan import Plan


class Bench:
    """`given` has reached the patient, in the schedule's unit; `drawn_ml` has left each bag, the prime included."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.concentrations = plan.concentrations
        self.bags_ml = plan.bags_ml
        self.lines = Lines(plan.line)
        self.drawn_ml = dict.fromkeys(self.bags_ml, ZERO)
        self.given = ZERO

    def copied(self) -> "Bench":
        """Another bench in the same state."""
        other = Bench.__new__(Bench)
        other.__dict__ |= self.__dict__ | {"lines": self.lines.copied(), "drawn_ml": dict(self.drawn_ml)}
        return other

    def hang(self, solution: int) -> PlugFlow:
        """Connect a bag; its line is primed the first time. One line for all is primed by the schedule's first bag."""
        if not self.lines.line.per_solution:
            self._connect(self.plan.schedule.steps[0].solution)
        return self._connect(solution)

    def left_ml(self, solution: int) -> Fraction:
        """What its bag still holds."""
        return self.bags_ml[solution] - self.drawn_ml[solution]

    def push(self, solution: int, volume_ml: Fraction, *, flush: bool) -> list[Plug]:
        """Let a solution, or for a flush diluent, into its line; the plugs that leave it for the patient, in order."""
        flow = self.hang(solution)
        if not flush:
            self.drawn_ml[solution] += volume_ml
        leaving = flow.passing(DILUENT if flush else solution, volume_ml)
        self.given += amount_of(added(leaving), self.concentrations)
        return leaving

    def held(self, solution: int) -> Fraction:
        """The drug in the line of a connected bag."""
        return amount_of(self.hang(solution).contents(), self.concentrations)

    def in_line(self) -> Volumes:
        """The drawn solution that all lines hold."""
        return self.lines.contents()

    def _connect(self, solution: int) -> PlugFlow:
        flow, prime_ml = self.lines.connect(solution)
        self.drawn_ml[solution] += prime_ml
        return flow
