"""Rule bag-amount: what is stated of a bag, and what bags that are used up give in all."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from desens.numbers.write import plain_text
from protocols.engine.table.ranges import NOTHING, Range
from protocols.engine.table.reading import Reading, drawn
from protocols.engine.table.strengths import Strengths, changed_by_line
from protocols.engine.table.table import Table, TableBag
from protocols.engine.table.verdict import TableFinding

#: Figures closer than this to each other are the same (contracts.md 3: 0.1 %).
NEAR = Fraction(1, 1000)


def volume_drawn(number: int, readings: Iterable[Reading]) -> Range:
    """All that leaves the bag, mL, as far as the rows say."""
    return sum((drawn(reading) or NOTHING for reading in readings if reading.solution == number), NOTHING)


def near(value: Fraction) -> Range:
    """The value within 0.1 %."""
    return Range(value * (1 - NEAR), value, value * (1 + NEAR))


def judge_bags(
    table: Table, readings: tuple[Reading, ...], strengths: Strengths
) -> tuple[tuple[TableBag, ...], list[TableFinding]]:
    """The bags with figures that agree, and what was stated otherwise."""
    judged = [_judged(bag, volume_drawn(bag.number, readings), strengths) for bag in table.solutions]
    bags = tuple(bag for bag, _ in judged)
    return bags, [finding for _, finding in judged if finding]


def misses_target(
    table: Table, bags: tuple[TableBag, ...], readings: tuple[Reading, ...], strengths: Strengths
) -> Iterator[TableFinding]:
    """Bags that are all used up and yet do not hold the target: the last one is to blame.

    Where a line keeps some of it, the bags say nothing about what the patient gets: that is total-dose's.
    """
    known = bool(bags) and {bag.number for bag in bags} <= set(strengths) and not changed_by_line(table)
    if table.target_dose is None or not known or not used_up(bags, readings):
        return
    held = [
        strengths[bag.number] * (Range.exact(bag.volume_ml or NOTHING.value) - _fills(bag, readings)) for bag in bags
    ]
    if sum(held, NOTHING).meets(near(table.target_dose)):
        return
    amount = table.target_dose - sum(held[:-1], NOTHING).value
    if bags[-1].concentration is None:
        yield _misstated(bags[-1], "amount", amount)
    else:
        strength = strengths[bags[-1].number].value
        yield _misstated(bags[-1], "concentration", strength * amount / held[-1].value)


def _fills(bag: TableBag, readings: tuple[Reading, ...]) -> Range:
    """What steps of no dose draw to fill the line: it stays there."""
    return volume_drawn(bag.number, filter(_nothing, readings))


def _nothing(reading: Reading) -> bool:
    return reading.dose is not None and reading.dose.value == 0


def used_up(bags: tuple[TableBag, ...], readings: tuple[Reading, ...]) -> bool:
    """Whether every bag is drawn to its last millilitre, as far as rounding lets one see."""
    return all(emptied(bag, readings) for bag in bags)


def emptied(bag: TableBag, readings: tuple[Reading, ...]) -> bool:
    """Whether the rows draw all that is stated to be in it."""
    return bag.volume_ml is not None and volume_drawn(bag.number, readings).meets(Range.exact(bag.volume_ml))


def _judged(bag: TableBag, taken: Range, strengths: Strengths) -> tuple[TableBag, TableFinding | None]:
    """Amount, concentration and volume; the rows say which of the three is to blame, else it is the amount."""
    volume, concentration, amount = bag.volume_ml, bag.concentration, bag.amount
    if volume is None or concentration is None or amount is None:
        return bag, None
    implied = amount / volume
    if Range.exact(amount).meets(near(concentration * volume)):
        return bag, None
    if strengths[bag.number].value == implied:
        return bag, _misstated(bag, "concentration", implied)
    needed = amount / concentration
    if volume < taken.low <= needed:
        return replace(bag, volume_ml=needed), _misstated(bag, "volume_ml", needed)
    return bag, _misstated(bag, "amount", concentration * volume)


def _misstated(bag: TableBag, column: str, expected: Fraction) -> TableFinding:
    printed = plain_text(getattr(bag, column))
    return TableFinding(
        row=None, column=column, printed=printed, expected=plain_text(expected),
        rule="bag-amount", where=f"solution {bag.number}",
    )  # fmt: skip
