"""Random specifications that compute: bags large enough for their steps, lines and pumps of every kind."""

from fractions import Fraction

from hypothesis import strategies as st

from protocols.engine import Line, Pump, Solution, Specification, Step


def figures_between(least, most, *, places):
    """Decimals from least to most with so many places, as exact Fractions."""
    scale = 10**places
    return st.integers(least * scale, most * scale).map(lambda whole: Fraction(whole, scale))


FIGURES = st.integers(10, 10**6).map(lambda thousandths: Fraction(thousandths, 1000))
RATES = figures_between(1, 500, places=1)
MINUTES = figures_between(1, 120, places=1)
LINES = st.builds(
    Line,
    dead_volume_ml=figures_between(0, 30, places=1),
    primed_with=st.sampled_from(["diluent", "solution"]),
    per_solution=st.booleans(),
    end_flush=st.booleans(),
)
PUMPS = st.builds(
    Pump,
    rate_resolution_ml_h=st.sampled_from(["0.1", "0.3", "1"]).map(Fraction),
    min_rate_ml_h=st.just(Fraction("0.1")),
    max_rate_ml_h=st.just(Fraction(400)),
)


@st.composite
def steps_of(draw, number):
    """Steps of one solution, each given by another two of rate, minutes and volume."""
    steps = []
    for way in draw(st.lists(st.sampled_from(["time", "rate", "volume"]), min_size=1, max_size=4)):
        rate, minutes, volume = draw(RATES), draw(MINUTES), draw(FIGURES)
        given = {
            "time": {"rate_ml_h": rate, "minutes": minutes},
            "rate": {"rate_ml_h": rate, "volume_ml": volume},
            "volume": {"minutes": minutes, "volume_ml": volume + 2},
        }
        steps.append(Step(solution=number, **given[way]))
    return steps


@st.composite
def specifications(draw, *, lines=None, pumps=None, last=("figure", "full", "remainder"), rest=True):
    """A specification that computes but for a passed target; bags of 100,000 mL never run dry."""
    solutions, steps = [], []
    count = draw(st.integers(1, 4))
    for number in range(1, count + 1):
        kind = draw(st.sampled_from(["dilution", "concentration", "amount"] if number < count else last))
        strengths = {
            "dilution": {"dilution": draw(FIGURES)},
            "concentration": {"concentration": draw(FIGURES)},
            "amount": {"amount": draw(FIGURES)},
            "figure": {"concentration": draw(FIGURES)},
            "full": {"amount": "full"},
            "remainder": {"amount": "remainder"},
        }
        solutions.append(Solution(number=number, volume_ml=Fraction(100_000), **strengths[kind]))
        steps += draw(steps_of(number))
    if rest and draw(st.booleans()):
        steps.append(Step(solution=count, rate_ml_h=draw(RATES), volume_ml="rest"))
    return Specification(
        drug="example",
        route="intravenous",
        target_dose=draw(FIGURES) * 1000,
        unit="mg",
        solutions=tuple(solutions),
        steps=tuple(steps),
        line=draw(st.none() | LINES if lines is None else lines),
        pump=draw(st.none() | PUMPS if pumps is None else pumps),
    )
