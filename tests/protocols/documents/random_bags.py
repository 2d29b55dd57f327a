"""Bags at random, of a protocol: figures of every magnitude in each place."""

from dataclasses import replace

from hypothesis import strategies as st

from protocols.documents.fitting import BAG, HELD_VOLUME, RATE
from protocols.engine import Schedule
from tests.protocols.documents.randomly import UNITS, amounts, fitting
from tests.protocols.documents.sheets import steps_in_bags


@st.composite
def bag_schedules(draw) -> Schedule:
    """Up to nine bags, their figures of every magnitude."""
    of, unit = steps_in_bags(draw(st.integers(2, 9))), draw(UNITS)
    bag = {
        "amount": fitting(BAG, unit),
        "concentration": fitting(BAG, f"{unit}/mL"),
        "volume_ml": fitting(HELD_VOLUME, "mL"),
    }
    step = {"rate_ml_h": amounts(RATE, "0.1", "1200")}
    return replace(
        of,
        unit=unit,
        solutions=tuple(replace(one, **draw(st.fixed_dictionaries(bag))) for one in of.solutions),
        steps=tuple(replace(one, **draw(st.fixed_dictionaries(step))) for one in of.steps),
    )
