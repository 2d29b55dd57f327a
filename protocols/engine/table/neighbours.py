"""What the rows before and after say about the dose of one: their running sums, then their dose per minute."""

from dataclasses import dataclass, replace
from itertools import pairwise

from protocols.engine.table.ranges import Range
from protocols.engine.table.reading import Reading, lasted

_MOST = 3


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

    def bear_out(self, reading: Reading, dose: Range, other: Range) -> bool:
        """Whether the running sum is that of `dose` and not of `other`."""
        return self.rises_by(reading, dose) and not self.rises_by(reading, other)

    def keep_pace(self, reading: Reading, dose: Range, other: Range) -> bool:
        """Whether the row's `dose` rises from row to row as it should and `other` does not, unless the sums object."""
        if self.rises_by(reading, other) != self.rises_by(reading, dose):
            return self.rises_by(reading, dose)
        return self._paced(reading) and not self._paced(replace(reading, dose=other))

    def solutions(self) -> set[int | None]:
        """Theirs."""
        return {row.solution for row in (self.before, self.after) if row}

    def _paced(self, reading: Reading) -> bool:
        """Whether the dose per minute neither falls nor more than trebles, from the row before and to the row after."""
        known = [rate for rate in map(_per_minute, (self.before, reading, self.after)) if rate]
        return all(lower.low <= upper.high and upper.low <= _MOST * lower.high for lower, upper in pairwise(known))


def _per_minute(reading: Reading | None) -> Range | None:
    minutes = lasted(reading) if reading else None
    return reading.dose.over(minutes) if reading and reading.dose and minutes else None
