"""Rule concentration-volume-dose, row by row; the cumulative column decides which of the three is to blame."""

from dataclasses import dataclass, replace
from fractions import Fraction

from protocols.engine.table.ranges import Range
from protocols.engine.table.reading import Reading, drawn, fault, pumped
from protocols.engine.table.strengths import Strengths
from protocols.engine.table.verdict import TableFinding

RULE = "concentration-volume-dose"


@dataclass(frozen=True, kw_only=True)
class Neighbours:
    """The rows before and after."""

    before: Reading | None
    after: Reading | None

    def begins(self, reading: Reading) -> bool:
        """Whether the row is the first of its solution."""
        return self.before is None or self.before.solution != reading.solution

    def rises_by(self, reading: Reading, dose: Range) -> bool:
        """Whether the cumulative column grows by this dose here."""
        if reading.cumulative is None:
            return False
        grown = [reading.cumulative] if self.begins(reading) else []
        if self.before and self.before.cumulative:
            grown.append(reading.cumulative - self.before.cumulative)
        return any(step.meets(dose) for step in grown)

    def solutions(self) -> set[int | None]:
        """Theirs."""
        return {row.solution for row in (self.before, self.after) if row}


def judge_doses(readings: tuple[Reading, ...], strengths: Strengths) -> tuple[tuple[Reading, ...], list[TableFinding]]:
    """The rows with a dose that fits concentration and volume, and the cells that did not."""
    judged = []
    for position, reading in enumerate(readings):
        neighbours = Neighbours(
            before=readings[position - 1] if position else None,
            after=readings[position + 1] if position + 1 < len(readings) else None,
        )
        judged.append(_judged(reading, strengths, neighbours))
    return tuple(reading for reading, _ in judged), [finding for _, finding in judged if finding]


def _judged(reading: Reading, strengths: Strengths, neighbours: Neighbours) -> tuple[Reading, TableFinding | None]:
    strength, volume, dose = strengths.get(reading.solution or 0), drawn(reading), reading.dose
    if strength is None or volume is None or dose is None:
        return reading, None
    given = strength * volume
    if given.meets(dose) or (dose.value == 0 and neighbours.begins(reading)):  # a first step of no dose fills the line
        return replace(reading, confirmed=True), None
    if neighbours.rises_by(reading, given) or not neighbours.rises_by(reading, dose):
        return replace(reading, dose=given, confirmed=True), fault(reading, "dose", given.value, RULE)
    stands = replace(
        reading, confirmed=True
    )  # the running sum bears it out: another cell is wrong, if one can be named
    for number in sorted(set(strengths) & neighbours.solutions()):
        if (strengths[number] * volume).meets(dose) and reading.row.solution is not None:
            return replace(stands, solution=number), fault(reading, "solution", Fraction(number), RULE)
    if pumped(reading) is None:
        needed = dose.over(strength)
        return replace(stands, volume=needed), fault(reading, "volume_ml", needed.value, RULE)
    return stands, fault(reading, "dose", given.value, RULE)
