"""Computing a schedule against the bare arithmetic of its table."""

from fractions import Fraction
from pathlib import Path

from benchmarks.timing import Figure, compare
from desens.numbers.files import load_file
from protocols.engine import Schedule, compute, read_specification

FILE = Path(__file__).with_name("atezolizumab.yaml")
TWENTY = Path(__file__).with_name("twenty_steps.yaml")


def schedule(file: Path = FILE) -> Schedule:
    """The schedule of a file: unless told otherwise the published 16-step case."""
    return compute(read_specification(load_file(file)))


def figures(*, turns: int) -> list[Figure]:
    """The engine with findings, line and pump, against the products, sums and quotients of its rows."""
    return [
        against_its_table("a 16-step schedule with its findings", FILE, turns=turns),
        against_its_table("a 20-step schedule with line, pump and findings", TWENTY, turns=turns),
    ]


def against_its_table(what: str, file: Path, *, turns: int) -> Figure:
    """Computing one specification."""
    specification, rows = read_specification(load_file(file)), table(schedule(file))
    return compare(
        what=what,
        ours=lambda: compute(specification),
        against="the bare Fraction arithmetic of its table",
        bare=lambda: by_hand(rows),
        turns=20 * turns,
    )


def table(computed: Schedule) -> list[tuple[Fraction, Fraction, Fraction]]:
    """Rate, minutes and concentration of each step."""
    concentrations = {solution.number: solution.concentration for solution in computed.solutions}
    return [(step.rate_ml_h, step.minutes, concentrations[step.solution]) for step in computed.steps]


def by_hand(rows_asked: list[tuple[Fraction, Fraction, Fraction]]) -> list[tuple[Fraction, ...]]:
    """Volume, dose, cumulative dose and rise of each step, with nothing around it."""
    rows: list[tuple[Fraction, ...]] = []
    cumulative, dose_before = Fraction(0), None
    for rate_ml_h, minutes, concentration in rows_asked:
        volume_ml = rate_ml_h * minutes / 60
        dose = volume_ml * concentration
        cumulative += dose
        rows.append((volume_ml, dose, cumulative, dose / (dose_before or dose)))
        dose_before = dose
    return rows
