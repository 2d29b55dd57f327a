"""Rules cumulative and cumulative-restarts: running sums of the doses, bag by bag where they start again."""

from dataclasses import replace
from itertools import groupby

from protocols.engine.table.ranges import NOTHING, Range
from protocols.engine.table.reading import Reading, fault
from protocols.engine.table.verdict import TableFinding


class RunningSums:
    """Reads the rows from first to last; `overall` is all doses so far, `printed` the sum that the column runs on."""

    def __init__(self) -> None:
        self.overall, self.printed = NOTHING, NOTHING
        self.readings: list[Reading] = []
        self.findings: list[TableFinding] = []

    def read(self, readings: tuple[Reading, ...]) -> None:
        """All rows, each with dose and cumulative dose."""
        for _, group in groupby(readings, key=lambda reading: reading.solution):
            run = tuple(group)
            self._begin(run)
            for reading in run:
                later = readings[len(self.readings) + 1 :]
                self.readings.append(self._read(reading, later[0] if later else None))

    def _begin(self, run: tuple[Reading, ...]) -> None:
        """Decide what the column runs on from at a change of bag: the sum that more rows fit."""
        base = max((self.printed, self.overall, NOTHING), key=lambda base: _fitting(run, base))
        if self.readings and base is NOTHING:
            self._restart(run[0])
        else:
            self.printed = base

    def _restart(self, reading: Reading) -> None:
        self.printed = NOTHING
        expected = self.overall + (reading.dose or NOTHING)
        self.findings.append(fault(reading, "cumulative_dose", expected.value, "cumulative-restarts"))

    def _read(self, reading: Reading, following: Reading | None) -> Reading:
        dose, cumulative = reading.dose, reading.cumulative
        if dose and cumulative and not (self.printed + dose).meets(cumulative):
            if self.readings and dose.meets(cumulative) and _goes_on(cumulative, following):
                self._restart(reading)
            else:
                reading = self._blamed(reading, following)
        self.printed, self.overall = self.printed + (reading.dose or NOTHING), self.overall + (reading.dose or NOTHING)
        return reading

    def _blamed(self, reading: Reading, following: Reading | None) -> Reading:
        """The cumulative cell, or a dose that nothing else confirms where the column runs on from it."""
        dose, cumulative = reading.dose or NOTHING, reading.cumulative or NOTHING
        grown = cumulative - self.printed
        alone = not _goes_on(self.printed + dose, following)
        if not reading.confirmed and grown.low > 0 and alone and _goes_on(cumulative, following):
            self.findings.append(fault(reading, "dose", grown.value, "cumulative"))
            return replace(reading, dose=grown)
        self.findings.append(fault(reading, "cumulative_dose", (self.printed + dose).value, "cumulative"))
        return reading


def _goes_on(total: Range, following: Reading | None) -> bool:
    """Whether the next row runs on from this sum."""
    if following is None or following.dose is None or following.cumulative is None:
        return False
    return (total + following.dose).meets(following.cumulative)


def _fitting(run: tuple[Reading, ...], base: Range) -> int:
    fits = 0
    for reading in run:
        base += reading.dose or NOTHING
        fits += reading.cumulative is not None and base.meets(reading.cumulative)
    return fits
