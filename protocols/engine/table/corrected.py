"""The table as it was meant, as a specification to compute: what was wrong put right, the rest as printed."""

from fractions import Fraction
from typing import Literal

from protocols.engine.specification import Line, Solution, Specification, Step
from protocols.engine.table.bags import emptied, misses_target, volume_drawn
from protocols.engine.table.check import Checked, read_through
from protocols.engine.table.ranges import NOTHING, Range
from protocols.engine.table.reading import Reading, drawn
from protocols.engine.table.table import Table, TableBag


def corrected(table: Table) -> Specification | None:
    """None where the figures do not make a schedule: a strength, a time or the doses are unknown."""
    checked = read_through(table)
    solutions, steps = _solutions(checked), _steps(checked)
    target = table.target_dose or _sum_of_doses(checked)
    if not solutions or steps is None or not target:
        return None
    return Specification(
        drug=table.drug or "unnamed drug",
        route="intravenous",
        target_dose=target,
        unit=table.unit,
        declared=table.declared,
        solutions=solutions,
        steps=steps,
        line=table.line or _line_of_fills(checked.readings),
    )


def _sum_of_doses(checked: Checked) -> Fraction:
    return sum((reading.dose for reading in checked.readings if reading.dose), NOTHING).value


def _solutions(checked: Checked) -> tuple[Solution, ...] | None:
    """The last bag carries the remainder where, used up, it misses the target."""
    short = any(misses_target(checked.table, checked.bags, checked.readings, checked.strengths))
    solutions = []
    for bag in checked.bags:
        volume, strength = _bag_volume(bag, checked.readings), checked.strengths.get(bag.number)
        if not volume or strength is None:
            return None
        carries = short and bag == checked.bags[-1]
        solutions.append(
            Solution(
                number=bag.number,
                volume_ml=volume,
                amount="remainder" if carries else None,
                concentration=None if carries else strength.value,
            )
        )
    return tuple(solutions)


def _bag_volume(bag: TableBag, readings: tuple[Reading, ...]) -> Fraction:
    return volume_drawn(bag.number, readings).value if bag.volume_ml is None else bag.volume_ml


def _steps(checked: Checked) -> tuple[Step, ...] | None:
    steps = []
    for position, reading in enumerate(checked.readings):
        bag = next((bag for bag in checked.bags if bag.number == reading.solution), None)
        last = all(later.solution != reading.solution for later in checked.readings[position + 1 :])
        step = _step(reading, rest=bool(bag and last and emptied(bag, checked.readings)))
        if step is None:
            return None
        steps.append(step)
    return tuple(steps)


def _step(reading: Reading, *, rest: bool) -> Step | None:
    """By what is exact: rate and time, else volume and one of the two; the last of an emptied bag takes the rest."""
    solution, volume = reading.solution, drawn(reading)
    exact_rate, exact_minutes = _exact(reading.rate), _exact(reading.minutes)
    if solution is None or volume is None:
        return None
    if exact_rate and exact_minutes and not rest:
        return Step(solution=solution, rate_ml_h=exact_rate, minutes=exact_minutes)
    volume_ml: Fraction | Literal["rest"] = "rest" if rest else volume.value
    if reading.rate and (exact_rate or not reading.minutes):
        return Step(solution=solution, rate_ml_h=reading.rate.value, volume_ml=volume_ml)
    if reading.minutes is None:
        return None
    return Step(solution=solution, minutes=reading.minutes.value, volume_ml=volume_ml)


def _exact(figure: Range | None) -> Fraction | None:
    return figure.value if figure and figure.low == figure.high else None


def _line_of_fills(readings: tuple[Reading, ...]) -> Line | None:
    """A line that first steps of no dose fill, where each books the same volume."""
    fills = {
        volume.value for reading in readings if (volume := drawn(reading)) and reading.dose and not reading.dose.value
    }
    return Line(dead_volume_ml=fills.pop(), primed_with="diluent") if len(fills) == 1 else None
