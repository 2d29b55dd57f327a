"""Rules bag-exhausted and dilution-source: whether bags hold what is drawn, and can be made from what is stated."""

from collections.abc import Iterator

from desens.numbers.write import plain_text
from protocols.engine.specification import Line
from protocols.engine.table.bags import near
from protocols.engine.table.ranges import NOTHING, Range
from protocols.engine.table.reading import Reading, drawn
from protocols.engine.table.strengths import Strengths
from protocols.engine.table.table import TableBag
from protocols.engine.table.verdict import TableFinding


def exhausted(line: Line | None, bags: tuple[TableBag, ...], readings: tuple[Reading, ...]) -> Iterator[TableFinding]:
    """The row at which a bag runs dry, once a bag; a line primed with the solution is filled from the bag first."""
    first = readings[0].solution
    for bag in bags:
        primes = line is not None and line.primed_with == "solution" and (line.per_solution or bag.number == first)
        taken = Range.exact(line.dead_volume_ml) if line and primes else NOTHING
        for reading in readings:
            volume = drawn(reading) if reading.solution == bag.number else None
            if bag.volume_ml is None or volume is None:
                continue
            left, taken = bag.volume_ml - taken.value, taken + volume
            if taken.low > bag.volume_ml:
                yield TableFinding(
                    row=reading.number, column="volume_ml", printed=_printed(reading, volume),
                    expected=plain_text(max(left, NOTHING.value)), rule="bag-exhausted",
                )  # fmt: skip
                break


def unreachable(bags: tuple[TableBag, ...], strengths: Strengths) -> Iterator[TableFinding]:
    """Dilutions stronger than their source, or that need more of it than there is."""
    asked = {bag.number: NOTHING for bag in bags}
    volumes = {bag.number: bag.volume_ml for bag in bags}
    for bag, source in sourced(bags, strengths):
        most = strengths[source] * near(NOTHING.value + 1)
        if strengths[bag.number].low > most.high:
            yield _unreachable(bag, "concentration", strengths[bag.number], strengths[source])
        elif bag.volume_ml is not None:
            asked[source] += (strengths[bag.number] * Range.exact(bag.volume_ml)).over(strengths[source])
            held = volumes[source]
            if held is not None and asked[source].low > held:
                yield _unreachable(bag, "volume_ml", asked[source], Range.exact(held))


def sourced(bags: tuple[TableBag, ...], strengths: Strengths) -> list[tuple[TableBag, int]]:
    """The bags that are made from another one, with its number, where both strengths are known."""
    made = [(bag, bag.source) for bag in bags if isinstance(bag.source, int)]
    return [(bag, source) for bag, source in made if {bag.number, source} <= set(strengths)]


def _printed(reading: Reading, volume: Range) -> str:
    return reading.printed("volume_ml") if "volume_ml" in reading.row.cells else plain_text(volume.value)


def _unreachable(bag: TableBag, column: str, printed: Range, most: Range) -> TableFinding:
    return TableFinding(
        row=None, column=column, printed=plain_text(printed.value), expected=plain_text(most.value),
        rule="dilution-source", where=f"solution {bag.number}",
    )  # fmt: skip
