"""Random plans and random histories: mostly what a nurse does, sometimes what cannot be."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import assume
from hypothesis import strategies as st

from protocols.engine import NothingToCompute, compute
from protocols.engine.replay import Event
from tests.protocols.engine.strategies import specifications

KINDS = st.sampled_from(["start"] * 6 + ["pause"] * 3 + ["resume"] * 3 + ["stop"])
#: How long until the next event, as a part of the step's minutes, or in minutes.
WAITS = st.sampled_from(["0", "1/10", "1/2", "9/10", "1", "1", "1", "11/10", "3"]).map(Fraction)
STEPS_ON = st.sampled_from([1] * 12 + [0, -1, -2, 2, 3, 50])
RATES = st.none() | st.sampled_from(["1/2", "1", "3/4", "3/2"]).map(Fraction)
READINGS = st.none() | st.none() | st.sampled_from(["0", "1/3", "9/10", "1", "21/20", "2", "1000"]).map(Fraction)
#: What a bag holds beyond what the plan draws from it, as a part of that.
SPARE = st.sampled_from(["0", "0", "1/100", "1/2", "3"]).map(Fraction)


@st.composite
def plans(draw, **asked):
    """A schedule and its line; bags hold what is drawn and a little more, so that they can run dry."""
    specification = draw(specifications(**asked))
    try:
        schedule = compute(specification)
    except NothingToCompute:
        assume(False)
    bags = []
    for bag in schedule.solutions:
        volume_ml = bag.infused_ml * (1 + draw(SPARE)) or bag.volume_ml
        bags.append(replace(bag, volume_ml=volume_ml, discarded_ml=volume_ml - bag.infused_ml))
    return replace(schedule, solutions=tuple(bags)), specification.line


@st.composite
def histories(draw, schedule, *, readings=READINGS, most=14):
    """Events in order; their minutes follow the plan more or less."""
    minute, at, events = Fraction(0), 0, []
    kinds = [draw(KINDS) for _ in range(draw(st.integers(0, most)))]
    if draw(st.integers(0, 9)):
        kinds = ["start", *kinds]
    for kind in kinds:
        step = None
        if kind == "start" or (kind == "resume" and draw(st.integers(0, 3)) == 0):
            step = max(at + draw(STEPS_ON), 1)
        known = schedule.steps[min(max(step or at, 1), len(schedule.steps)) - 1]
        rate, read = draw(RATES), draw(readings)
        events.append(
            Event(
                kind=kind,
                at=minute,
                step=step,
                rate_ml_h=rate * known.rate_ml_h if rate and kind in ("start", "resume") else None,
                infused_ml=None if read is None else read * schedule.steps[max(at, 1) - 1].volume_ml,
            )
        )
        if step is not None and step <= len(schedule.steps):
            at = step
        minute += draw(WAITS) * known.minutes
    return events, minute


@st.composite
def replays(draw, **asked):
    """A schedule, its line, events, and a minute to look at them."""
    readings = asked.pop("readings", READINGS)
    schedule, line = draw(plans(**asked))
    events, end = draw(histories(schedule, readings=readings))
    now = end * draw(st.sampled_from(["0", "1/3", "1", "1", "1", "2"]).map(Fraction))
    return schedule, line, events, now
