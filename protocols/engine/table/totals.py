"""Rules total-dose and total-time: what all rows give together."""

from collections.abc import Iterator

from desens.numbers.write import plain_text
from protocols.engine.table.bags import near
from protocols.engine.table.ranges import NOTHING, Range
from protocols.engine.table.reading import Reading, lasted
from protocols.engine.table.table import Table
from protocols.engine.table.verdict import TableFinding


def total_dose(table: Table, readings: tuple[Reading, ...], flushed: Range) -> Iterator[TableFinding]:
    """The doses against the target; `flushed` is what an end flush adds, if no row books it."""
    doses = [reading.dose for reading in readings if reading.dose]
    if table.target_dose is None or len(doses) < len(readings):
        return
    target, total = near(table.target_dose), sum(doses, NOTHING)
    if not total.meets(target) and not (total + flushed).meets(target):
        yield TableFinding(
            row=None, column="dose", printed=plain_text((total + flushed).value),
            expected=plain_text(table.target_dose), rule="total-dose",
        )  # fmt: skip


def total_time(table: Table, readings: tuple[Reading, ...]) -> Iterator[TableFinding]:
    """The minutes of all rows against the printed total."""
    minutes = [lasted(reading) for reading in readings]
    if table.total_minutes is None or not all(minutes):
        return
    total = sum((each for each in minutes if each), NOTHING)
    if not total.meets(Range.rounded(table.total_minutes)):
        yield TableFinding(
            row=None, column="minutes", printed=f"{table.total_minutes:f}",
            expected=plain_text(total.value), rule="total-time",
        )  # fmt: skip
