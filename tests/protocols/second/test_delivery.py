"""The curves of protocols.engine.delivery against two ways that share no code with it."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from protocols.engine import Line, NothingToCompute, Solution, Specification, Step, compute
from protocols.engine.delivery import deliver
from tests.protocols.engine.strategies import specifications
from tests.protocols.second.cells import Tubing, pumped
from tests.protocols.second.integration import integrate

CELL_ML = Fraction(1, 2)
RATES = st.sampled_from(["2", "2.5", "5", "10", "20", "40", "80", "88", "33.3"]).map(Fraction)
STRENGTHS = st.sampled_from(["0.004", "0.04", "0.4", "3.97", "12"]).map(Fraction)
TUBINGS = st.builds(Tubing, cells=st.integers(0, 50), primed=st.booleans(), own=st.booleans(), flushed=st.booleans())


@given(
    st.lists(st.tuples(st.integers(1, 3), RATES, st.integers(1, 60)), min_size=1, max_size=12),
    st.lists(STRENGTHS, min_size=3, max_size=3),
    TUBINGS,
)
def test_a_row_of_cells_delivers_the_same_at_every_stroke(steps, strengths, tubing):
    strengths = dict(enumerate(strengths, start=1))
    specification = Specification(
        drug="example",
        route="intravenous",
        target_dose=Fraction(1),
        unit="mg",
        solutions=tuple(Solution(number=n, volume_ml=Fraction(1000), concentration=c) for n, c in strengths.items()),
        steps=tuple(Step(solution=bag, rate_ml_h=rate, volume_ml=cells * CELL_ML) for bag, rate, cells in steps),
        line=Line(
            dead_volume_ml=tubing.cells * CELL_ML,
            primed_with="solution" if tubing.primed else "diluent",
            per_solution=tubing.own,
            end_flush=tubing.flushed,
        ),
    )
    delivery = deliver(compute(specification), specification.line)
    trace = pumped(steps, strengths, tubing, CELL_ML)
    assert [delivery.delivered.cumulative_at(minute) for minute, _ in trace.points] == [
        given for _, given in trace.points
    ]
    for bag in delivery.solutions:
        assert bag.in_line_ml == trace.staying_ml.get(bag.number, 0)
        assert bag.left_in_bag_amount == (1000 - trace.drawn_ml.get(bag.number, 0)) * strengths[bag.number]


@given(specifications(), st.fractions(0, 1, max_denominator=1000))
def test_stopping_at_any_minute_has_delivered_what_the_curve_says(specification, part):
    """The schedule as computed, cut at a minute and carried out by the second implementation."""
    try:
        schedule = compute(specification)
    except NothingToCompute:
        assume(False)
    steps = [step for step in schedule.steps if not step.flush]
    minute = part * sum(step.minutes for step in steps)
    given_until = deliver(schedule, specification.line).delivered.cumulative_at(minute)
    assert given_until == (integrate(cut(schedule, specification.line, steps, minute))["total_dose"] if minute else 0)


def cut(schedule, line, steps, minute):
    """The mapping of contracts.md 1 for the first minutes of a schedule, every figure as text."""
    kept = []
    for step in steps:
        minutes = min(step.minutes, minute)
        minute -= minutes
        if minutes:
            kept.append({"solution": step.solution, "minutes": str(minutes), "rate_ml_h": str(step.rate_ml_h)})
    mapping = {"drug": "example", "route": "intravenous", "unit": "mg", "target_dose": "1", "steps": kept}
    mapping["solutions"] = [
        {"number": bag.number, "volume_ml": str(bag.volume_ml), "concentration": str(bag.concentration)}
        for bag in schedule.solutions
    ]
    if line:
        mapping["line"] = {
            "dead_volume_ml": str(line.dead_volume_ml),
            "primed_with": line.primed_with,
            "per_solution": line.per_solution,
        }
    return mapping
