"""Short ways to write down what was seen, and to read reasons."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from reactions.rules.messages import in_words
from reactions.rules.observed import Observed
from reactions.rules.reasons import Reason
from reactions.rules.signs import SIGNS
from reactions.rules.treatments import TREATMENTS

FIGURES = ("sbp_mmhg", "baseline_sbp_mmhg", "spo2_percent", "heart_rate", "baseline_heart_rate", "temperature_c")
EXACT = (*FIGURES, "onset_minutes", "body_surface_percent")


def seen(*signs: str, **others: Any) -> Observed:
    """An adult with these signs; figures as numbers or text, `treatment` as a list."""
    assert set(signs) <= set(SIGNS), set(signs) - set(SIGNS)
    exact = {name: Fraction(others.pop(name)) for name in EXACT if others.get(name) is not None}
    if "treatment" in others:
        assert set(others["treatment"]) <= set(TREATMENTS)
        others["treatment"] = frozenset(others["treatment"])
    return Observed(signs=frozenset(signs), **{"age_years": 58, **exact, **others})


def words(reasons: Iterable[Reason]) -> list[str]:
    """The reasons as a person reads them."""
    return [in_words(reason) for reason in reasons]


def codes(reasons: Iterable[Reason]) -> list[str]:
    """The reasons as a program reads them."""
    return [reason.code for reason in reasons]


def figure(least: int, most: int) -> st.SearchStrategy[Fraction | None]:
    """A measured figure with one decimal, or none."""
    return st.none() | st.integers(least * 10, most * 10).map(lambda tenths: Fraction(tenths, 10))


#: Whatever a form or a file may say of one reaction.
ANYTHING = st.builds(
    Observed,
    signs=st.frozensets(st.sampled_from(list(SIGNS)), max_size=6),
    age_years=st.none() | st.integers(0, 99),
    onset_minutes=figure(0, 500),
    sbp_mmhg=figure(40, 200),
    baseline_sbp_mmhg=figure(70, 200),
    spo2_percent=figure(70, 100),
    heart_rate=figure(30, 180),
    baseline_heart_rate=figure(40, 120),
    temperature_c=figure(35, 41),
    body_surface_percent=figure(0, 100),
    treatment=st.none() | st.frozensets(st.sampled_from(list(TREATMENTS)), max_size=4),
    interrupted=st.none() | st.booleans(),
    hospitalized=st.none() | st.booleans(),
    intensive_care=st.none() | st.booleans(),
    died=st.none() | st.booleans(),
)
