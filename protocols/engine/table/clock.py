"""What the minutes of the other rows say about those of one."""

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from protocols.engine.table.ranges import NOTHING, Range
from protocols.engine.table.reading import Reading
from protocols.engine.table.table import Table


@dataclass(frozen=True, kw_only=True)
class Clock:
    """`excess`: how far the printed minutes go beyond the printed total; `usual`: what at least half the rows have."""

    excess: Range | None
    usual: Fraction | None

    @classmethod
    def of(cls, table: Table, readings: tuple[Reading, ...]) -> "Clock":
        """From all rows that print their minutes."""
        printed = [reading.minutes for reading in readings if reading.minutes]
        excess = None
        if table.total_minutes is not None and len(printed) == len(readings):
            excess = sum(printed, NOTHING) - Range.rounded(table.total_minutes)
        times = Counter(minutes.value for minutes in printed)
        return cls(excess=excess, usual=next((each for each in times if 2 * times[each] >= len(readings)), None))

    def blames(self, minutes: Range, expected: Range) -> bool:
        """Whether a row's minutes, whose volume and rate ask for `expected`, are the wrong figure of the three."""
        if self.excess is not None:
            return not self.excess.meets(NOTHING) and (minutes - self.excess).meets(expected)
        return self.usual is not None and minutes.value != self.usual and Range.exact(self.usual).meets(expected)
