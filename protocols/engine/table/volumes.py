"""Rule rate-time-volume, row by row: which of the three is to blame is for dose and total time to say."""

from dataclasses import replace
from fractions import Fraction

from protocols.engine.table.clock import Clock
from protocols.engine.table.ranges import Range
from protocols.engine.table.reading import Reading, fault
from protocols.engine.table.strengths import Strengths
from protocols.engine.table.table import Table
from protocols.engine.table.verdict import TableFinding

RULE = "rate-time-volume"
_HOUR = Range.exact(Fraction(60))


def judge_volumes(
    table: Table, readings: tuple[Reading, ...], strengths: Strengths
) -> tuple[tuple[Reading, ...], list[TableFinding]]:
    """The rows with rate, minutes and volume that agree, and the cells that did not."""
    clock = Clock.of(table, readings)
    judged = [_judged(reading, strengths.get(reading.solution or 0), clock) for reading in readings]
    return tuple(reading for reading, _ in judged), [finding for _, finding in judged if finding]


def _judged(reading: Reading, strength: Range | None, clock: Clock) -> tuple[Reading, TableFinding | None]:
    volume, rate, minutes = reading.volume, reading.rate, reading.minutes
    if volume is None or rate is None or minutes is None:
        return reading, None
    by_pump = (rate * minutes).over(_HOUR)
    if by_pump.meets(volume):
        return reading, None
    volume_stands = _gives_dose(reading, strength, volume)
    if volume_stands == _gives_dose(reading, strength, by_pump):
        volume_stands = clock.blames(minutes, (volume * _HOUR).over(rate))
    if not volume_stands:
        return replace(reading, volume=by_pump), fault(reading, "volume_ml", by_pump.value, RULE)
    needed = (volume * _HOUR).over(rate)
    if clock.blames(minutes, needed):
        return replace(reading, minutes=needed), fault(reading, "minutes", needed.value, RULE)
    needed = (volume * _HOUR).over(minutes)
    return replace(reading, rate=needed), fault(reading, "rate", needed.value, RULE)


def _gives_dose(reading: Reading, strength: Range | None, volume: Range) -> bool:
    return strength is not None and reading.dose is not None and (strength * volume).meets(reading.dose)
