"""Risk: each reason sends to intensive care; what is not recorded is said."""

from fractions import Fraction

import pytest

from reactions.rules.level import read_level
from reactions.rules.messages import MESSAGES
from reactions.rules.observed import Observed
from reactions.rules.risk import HIGH_CONDITIONS, TO_DECIDE, Background, risk

NOBODY = Background(medicines=frozenset(), conditions=frozenset())


def assessed(*signs, grade=1, limit=80, background=NOBODY, **vitals):
    observed = Observed(signs=frozenset(signs), **{name: Fraction(value) for name, value in vitals.items()})
    return risk(observed=observed, background=background, brown_grade=grade, fev1_limit=Fraction(limit))


def known(**more):
    return Background(**{"medicines": frozenset(), "conditions": frozenset(), **more})


def codes(reasons):
    return [reason.code for reason in reasons]


@pytest.mark.parametrize(("grades", "where"), [((2, None), "day hospital"), ((1, 3), "intensive care")])
def test_a_severe_reaction_in_a_desensitization_counts(grades, where):
    found = risk(observed=Observed(), background=NOBODY, brown_grade=1, breakthrough_grades=grades)
    assert (found.where, codes(found.high)) == (where, ["risk-breakthrough-3"] if where == "intensive care" else [])


def test_nothing_known_against_it_is_a_day_hospital():
    found = assessed("urticaria")
    assert (found.where, found.high, found.decide, found.not_recorded) == ("day hospital", (), (), ())


@pytest.mark.parametrize(
    ("found", "code"),
    [
        (assessed("urticaria", grade=3), "risk-grade-3"),
        (assessed("hypotension"), "risk-hypotension"),
        (assessed("shock", sbp_mmhg=120), "risk-hypotension"),
        (assessed(sbp_mmhg=89), "risk-hypotension"),
        (assessed(sbp_mmhg=104, baseline_sbp_mmhg=150), "risk-hypotension"),
        (assessed("hypoxia"), "risk-desaturation"),
        (assessed("cyanosis"), "risk-desaturation"),
        (assessed(spo2_percent=92), "risk-desaturation"),
        (assessed(background=known(medicines=frozenset({"beta-blocker"}))), "risk-beta-blocker"),
        (assessed(background=known(fev1_percent=Fraction("79.9"))), "risk-fev1"),
        (assessed(background=known(baseline_tryptase=read_level("11.5"))), "risk-tryptase"),
        (assessed(background=known(baseline_tryptase=read_level(">11.4"))), "risk-tryptase"),
        *((assessed(background=known(conditions=frozenset({code}))), f"risk-{code}") for code in HIGH_CONDITIONS),
    ],
)
def test_a_high_risk_goes_to_intensive_care(found, code):
    assert (found.where, codes(found.high)) == ("intensive care", [code])
    assert code in MESSAGES


@pytest.mark.parametrize(
    "found",
    [
        assessed("hypotension", sbp_mmhg=90),
        assessed(sbp_mmhg=105, baseline_sbp_mmhg=150),
        assessed("hypoxia", spo2_percent=93),
        assessed(background=known(fev1_percent=Fraction(80))),
        assessed(background=known(fev1_percent=Fraction(70)), limit=70),
        assessed(background=known(baseline_tryptase=read_level("11.4"))),
        assessed(background=known(baseline_tryptase=read_level("<20"))),
        assessed(grade=None),
    ],
)
def test_the_other_side_of_each_edge(found):
    assert found.where == "day hospital"


def test_what_somebody_has_to_decide():
    everything = frozenset({"beta-blocker", *TO_DECIDE})
    found = assessed(background=known(medicines=everything))
    assert codes(found.decide) == [f"decide-{code}" for code in ("beta-blocker", *TO_DECIDE)]
    assert set(codes(found.decide)) <= set(MESSAGES)


def test_what_nobody_asked():
    assert codes(assessed(background=Background()).not_recorded) == [
        "medicines-not-recorded",
        "conditions-not-recorded",
    ]
    asthma = known(conditions=frozenset({"asthma"}))
    assert codes(assessed(background=asthma).not_recorded) == ["fev1-not-recorded"]
