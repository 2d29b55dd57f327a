"""Rule concentration-volume-dose through a line that first holds diluent or another solution (../line.py)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from protocols.engine.line import Lines, Volumes, amount_of
from protocols.engine.specification import Line
from protocols.engine.table.doses import RULE
from protocols.engine.table.ranges import NOTHING, Range
from protocols.engine.table.reading import Reading, drawn, fault
from protocols.engine.table.strengths import Strengths
from protocols.engine.table.verdict import TableFinding


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """What each row delivers, and what the last line holds at the end."""

    doses: tuple[Range, ...]
    in_line: Range


def delivery(line: Line, readings: tuple[Reading, ...], strengths: Strengths) -> Delivery | None:
    """None where a row's volume or its bag's strength is unknown.

    The doses are wide by what the volumes so far may be off, at the strongest solution met.
    """
    lines, doses, slack = Lines(line), [], NOTHING.value
    held: Volumes = {}
    values = {number: strength.value for number, strength in strengths.items()}
    strongest = NOTHING.value
    for reading in readings:
        volume, solution = drawn(reading), reading.solution
        if volume is None or solution not in strengths:
            return None
        flow, _ = lines.connect(solution)
        strongest = max(strongest, values[solution])
        slack += (volume.high - volume.low) / 2 * strongest
        doses.append(_wide(flow.push(solution, volume.value), values, slack))
        held = flow.contents()
    return Delivery(doses=tuple(doses), in_line=_wide(held, values, slack))


def judge_line_doses(
    readings: tuple[Reading, ...], doses: Iterable[Range]
) -> tuple[tuple[Reading, ...], list[TableFinding]]:
    """The rows with the dose that reaches the patient, and the doses printed otherwise."""
    judged, findings = [], []
    for reading, given in zip(readings, doses, strict=True):
        fits = reading.dose is None or given.meets(reading.dose)
        if not fits:
            findings.append(fault(reading, "dose", given.value, RULE))
        judged.append(replace(reading, dose=reading.dose if fits else given, confirmed=True))
    return tuple(judged), findings


def _wide(volumes: Volumes, values: dict[int, Fraction], slack: Fraction) -> Range:
    amount = amount_of(volumes, values)
    return Range(max(amount - slack, Fraction(0)), amount, amount + slack)
