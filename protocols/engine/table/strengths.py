"""How strong each bag is taken to be: as stated, by amount and volume, or as its rows say where those fit neither."""

from fractions import Fraction

from desens.numbers.write import plain_text
from protocols.engine.table.ranges import NOTHING, Range
from protocols.engine.table.reading import Reading, drawn
from protocols.engine.table.table import Table, TableBag
from protocols.engine.table.verdict import TableFinding

#: Amount per mL by solution number, of the solutions for which it is known.
Strengths = dict[int, Range]


def strengths(table: Table, readings: tuple[Reading, ...]) -> tuple[Strengths, list[TableFinding]]:
    """The strength of each bag, and where every row of it says another than the one stated."""
    known: Strengths = {}
    findings: list[TableFinding] = []
    for bag in table.solutions:
        stated = [Range.exact(strength) for strength in (bag.concentration, by_amount(bag)) if strength is not None]
        if not stated:
            continue
        through = _through(bag, readings)
        known[bag.number] = max(stated, key=lambda strength: _fitting(strength, through))
        misfits = len(through) - _fitting(known[bag.number], through)  # one row alone may itself be wrong
        said = _said(through) if not changed_by_line(table) and misfits > 1 else None
        if said:
            known[bag.number] = said
            findings.append(_misstated(bag, said, through))
    return known, findings


def by_amount(bag: TableBag) -> Fraction | None:
    """Amount / volume, where both are stated."""
    return bag.amount / bag.volume_ml if bag.amount is not None and bag.volume_ml is not None else None


def changed_by_line(table: Table) -> bool:
    """Whether the line makes what the patient gets another than the sum of concentration x volume."""
    line = table.line
    return line is not None and (line.primed_with == "diluent" or not line.per_solution or line.end_flush)


def _through(bag: TableBag, readings: tuple[Reading, ...]) -> list[tuple[Range, Range]]:
    """Volume and dose of the rows that give something from this bag."""
    own = [(drawn(reading), reading.dose) for reading in readings if reading.solution == bag.number]
    return [(volume, dose) for volume, dose in own if volume and dose and dose.value]


def _fitting(strength: Range, through: list[tuple[Range, Range]]) -> int:
    return sum((volume * strength).meets(dose) for volume, dose in through)


def _said(through: list[tuple[Range, Range]]) -> Range | None:
    """The one strength that all rows agree on."""
    ratios = [dose.over(volume) for volume, dose in through]
    low, high = max(ratio.low for ratio in ratios), min(ratio.high for ratio in ratios)
    closest = min(ratios, key=lambda ratio: ratio.high - ratio.low)
    return Range(low, min(max(closest.value, low), high), high) if low <= high else None


def _misstated(bag: TableBag, said: Range, through: list[tuple[Range, Range]]) -> TableFinding:
    """The concentration; of a bag stated by amount and volume, the volume where more than that is drawn."""
    amount, volume = bag.amount or NOTHING.value, bag.volume_ml or NOTHING.value
    if bag.concentration is not None:
        return _finding(bag, "concentration", bag.concentration, said.value)
    taken = sum((drawn_there for drawn_there, _ in through), NOTHING)
    if volume < taken.low <= amount / said.value:
        return _finding(bag, "volume_ml", volume, amount / said.value)
    return _finding(bag, "amount", amount, said.value * volume)


def _finding(bag: TableBag, column: str, stated: Fraction, expected: Fraction) -> TableFinding:
    return TableFinding(
        row=None, column=column, printed=plain_text(stated), expected=plain_text(expected),
        rule="concentration-volume-dose", where=f"solution {bag.number}",
    )  # fmt: skip
