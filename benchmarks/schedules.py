"""Computing a schedule against the bare arithmetic of its table."""

from fractions import Fraction
from pathlib import Path

from benchmarks.timing import Figure, compare
from desens.numbers.files import load_file
from protocols.engine import Schedule, compute, read_specification

FILE = Path(__file__).with_name("atezolizumab.yaml")


def schedule() -> Schedule:
    """The schedule of the published 16-step case."""
    return compute(read_specification(load_file(FILE)))


def figures(*, turns: int) -> list[Figure]:
    """The engine with findings and line, against the products, sums and quotients of its rows."""
    specification, computed = read_specification(load_file(FILE)), schedule()
    concentrations = {solution.number: solution.concentration for solution in computed.solutions}
    table = [(step.rate_ml_h, step.minutes, concentrations[step.solution]) for step in computed.steps]
    return [
        compare(
            what="a 16-step schedule with its findings",
            ours=lambda: compute(specification),
            against="the bare Fraction arithmetic of its table",
            bare=lambda: by_hand(table),
            turns=20 * turns,
        )
    ]


def by_hand(table: list[tuple[Fraction, Fraction, Fraction]]) -> list[tuple[Fraction, ...]]:
    """Volume, dose, cumulative dose and rise of each step, with nothing around it."""
    rows: list[tuple[Fraction, ...]] = []
    cumulative, dose_before = Fraction(0), None
    for rate_ml_h, minutes, concentration in table:
        volume_ml = rate_ml_h * minutes / 60
        dose = volume_ml * concentration
        cumulative += dose
        rows.append((volume_ml, dose, cumulative, dose / (dose_before or dose)))
        dose_before = dose
    return rows
