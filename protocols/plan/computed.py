"""What is computed beside each row of the plan, as text; heads name the units."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from desens.numbers.quantity import Quantity
from protocols.engine import Schedule, ScheduledSolution, ScheduledStep
from protocols.plan.building import figure_text
from protocols.plan.rows import StepRow

NOTHING = "\u2013"
_OF_A_BAG = ("amount", "strength", "drawn", "left")
_OF_A_STEP = ("rate_is", "minutes_is", "volume_is", "dose", "sum", "fold")


def bag_cells(bags: int, schedule: Schedule | None) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Of each bag its amount, concentration, and what is drawn and left over; dashes without a schedule."""
    for place in range(bags):
        made = schedule.solutions[place] if schedule else None
        yield place + 1, _bag(made, schedule.unit) if made and schedule else dict.fromkeys(_OF_A_BAG, NOTHING)


def step_cells(rows: Sequence[StepRow], schedule: Schedule | None) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Of each step the figure that was not typed, dose, cumulative dose and rise; dashes without a schedule."""
    for place, row in enumerate(rows):
        run = schedule.steps[place] if schedule else None
        yield place + 1, _step(row, run, schedule.unit) if run and schedule else _without(row)


def _without(row: StepRow) -> dict[str, str]:
    return dict.fromkeys(_OF_A_STEP, "") | dict.fromkeys(("dose", "sum", "fold"), NOTHING)


def _bag(made: ScheduledSolution, unit: str) -> dict[str, str]:
    return {
        "amount": Quantity.of(made.amount, unit).number,
        "strength": Quantity.of(made.concentration, f"{unit}/mL").number,
        "drawn": Quantity.of(made.infused_ml, "mL").number,
        "left": Quantity.of(made.discarded_ml, "mL").number,
    }


def _step(row: StepRow, run: ScheduledStep, unit: str) -> dict[str, str]:
    rise = run.fold_increase
    return {
        "rate_is": _unless_typed(row.rate, run.rate_ml_h, "mL/h"),
        "minutes_is": _unless_typed(row.minutes, run.minutes, "min"),
        "volume_is": _unless_typed(row.volume, run.volume_ml, "mL"),
        "dose": Quantity.of(run.dose, unit).number,
        "sum": Quantity.of(run.cumulative_dose, unit).number,
        "fold": NOTHING if rise is None else Quantity.of(rise, "").number,
    }


def _unless_typed(typed: str, value: Fraction, unit: str) -> str:
    """The figure as it is run, where it was not typed, or is run otherwise than typed."""
    return "" if typed.strip().replace(",", ".") == figure_text(value) else Quantity.of(value, unit).number
