"""Schedules that need given bags, and those of published protocols."""

from fractions import Fraction
from pathlib import Path

from desens.numbers.files import load_file
from protocols.engine import Schedule, ScheduledSolution, compute, read_specification

GOLDEN = Path(__file__).parent.parent / "golden"


def published(name):
    """The schedule of a protocol of the golden corpus."""
    return compute(read_specification(load_file(GOLDEN / f"{name}.yaml")))


def schedule(*solutions):
    """A schedule in mg whose solutions are (concentration per mL, volume in mL, drawn in mL), numbered from 1."""
    return Schedule(
        drug="example",
        route="intravenous",
        unit="mg",
        target_dose=Fraction(1),
        total_minutes=Fraction(1),
        total_dose=Fraction(1),
        in_line_ml=Fraction(0),
        in_line_amount=Fraction(0),
        solutions=tuple(
            _solution(number, *map(Fraction, figures)) for number, figures in enumerate(solutions, start=1)
        ),
        steps=(),
        findings=(),
    )


def _solution(number, concentration, volume_ml, infused_ml):
    return ScheduledSolution(
        number=number,
        volume_ml=volume_ml,
        concentration=concentration,
        amount=concentration * volume_ml,
        infused_ml=infused_ml,
        discarded_ml=volume_ml - infused_ml,
        discarded_amount=concentration * (volume_ml - infused_ml),
    )
