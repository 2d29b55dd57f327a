"""Rule concentration-volume-dose, row by row; running sums, clock and neighbours decide which cell is to blame."""

from dataclasses import dataclass, replace
from fractions import Fraction

from protocols.engine.table.clock import Clock
from protocols.engine.table.neighbours import Neighbours
from protocols.engine.table.ranges import NOTHING, Range
from protocols.engine.table.reading import Reading, drawn, fault
from protocols.engine.table.strengths import Strengths
from protocols.engine.table.table import Table
from protocols.engine.table.verdict import TableFinding

RULE = "concentration-volume-dose"
_HOUR = Range.exact(Fraction(60))
Judged = tuple[Reading, TableFinding | None]


def judge_doses(
    table: Table, readings: tuple[Reading, ...], strengths: Strengths
) -> tuple[tuple[Reading, ...], list[TableFinding]]:
    """The rows with a dose that fits concentration and volume, and the cells that did not."""
    judge = _Judge(strengths=strengths, clock=Clock.of(table, readings))
    judged = []
    for position, reading in enumerate(readings):
        neighbours = Neighbours(
            before=readings[position - 1] if position else None,
            after=readings[position + 1] if position + 1 < len(readings) else None,
        )
        judged.append(judge.judged(reading, neighbours))
    return tuple(reading for reading, _ in judged), [finding for _, finding in judged if finding]


@dataclass(frozen=True, kw_only=True)
class _Judge:
    strengths: Strengths
    clock: Clock

    def judged(self, reading: Reading, neighbours: Neighbours) -> Judged:
        strength, volume, dose = self.strengths.get(reading.solution or 0), drawn(reading), reading.dose
        if strength is None or volume is None or dose is None:
            return reading, None
        given = strength * volume
        fills = dose.value == 0 and neighbours.begins(reading) and not neighbours.rises_by(reading, given)
        if given.meets(dose) or fills:  # a first step of no dose fills the line
            return replace(reading, confirmed=True), None
        paced, borne_out = neighbours.keep_pace(reading, dose, given), neighbours.bear_out(reading, dose, given)
        other_cell = self._other_bag(reading, neighbours, volume, dose) if paced else None
        if other_cell is None and dose.low > 0:
            other_cell = self._other_figure(reading, dose.over(strength), borne_out=borne_out, paced=paced)
        if other_cell:
            return other_cell
        right = replace(reading, dose=dose if borne_out else given, confirmed=True)
        return right, fault(reading, "dose", given.value, RULE)

    def _other_bag(self, reading: Reading, neighbours: Neighbours, volume: Range, dose: Range) -> Judged | None:
        """The row's solution, where the dose is that of a bag beside it."""
        for number in sorted(set(self.strengths) & neighbours.solutions()):
            if (self.strengths[number] * volume).meets(dose):
                right = replace(reading, solution=number, confirmed=True)
                return right, fault(reading, "solution", Fraction(number), RULE)
        return None

    def _other_figure(self, reading: Reading, needed: Range, *, borne_out: bool, paced: bool) -> Judged | None:
        """The row's volume, minutes or rate, where its neighbours or the clock bear the printed dose out."""
        if reading.volume is None:
            return self._setting(reading, needed, paced=paced)
        if not borne_out or (reading.rate and reading.minutes):
            return None
        return replace(reading, volume=needed, confirmed=True), fault(reading, "volume_ml", needed.value, RULE)

    def _setting(self, reading: Reading, needed: Range, *, paced: bool) -> Judged | None:
        """Of a row that prints no volume: its minutes where the clock says so, its rate where its dose keeps pace."""
        rate, minutes = reading.rate or NOTHING, reading.minutes or NOTHING  # of both follows the volume that there is
        lasting, running = (needed * _HOUR).over(rate), (needed * _HOUR).over(minutes)
        if self.clock.blames(minutes, lasting):
            right = replace(reading, minutes=lasting, confirmed=True)
            return right, fault(reading, "minutes", lasting.value, RULE)
        if not paced:
            return None
        return replace(reading, rate=running, confirmed=True), fault(reading, "rate", running.value, RULE)
