"""The way through the tree: every question, every answer, and the proposal at each end."""

from dataclasses import replace
from fractions import Fraction
from itertools import product

import pytest

from reactions.rules.contraindications import contraindications
from reactions.rules.decision import decide
from reactions.rules.decision_questions import QUESTIONS, Situation
from reactions.rules.decision_tree import TREE, WAYS
from reactions.rules.messages import MESSAGES
from reactions.rules.observed import Observed
from reactions.rules.phenotype import Phenotype
from reactions.rules.reasons import because
from reactions.rules.risk import Background, risk
from reactions.rules.skin_test_input import Reading, SkinTests, Wheal
from reactions.rules.skin_tests import judge
from reactions.rules.steps import Breakthrough


def mm(size):
    return Wheal(longest_mm=Fraction(size), perpendicular_mm=Fraction(size))


def skin(prick, *, intradermal=True, days=30, histamine=6):
    readings = [Reading(kind="prick", wheal=mm(prick), erythema_mm=Fraction(9))]
    if intradermal:
        readings.append(Reading(kind="intradermal", wheal=mm(5), initial=mm(5), erythema_mm=Fraction(9)))
    session = SkinTests(
        readings=tuple(readings),
        histamine=mm(histamine),
        negative=mm(0),
        days_after_reaction=Fraction(days),
        washouts=(),
    )
    return judge(session)


def situation(*, signs=("urticaria",), grade=1, phenotype="type I", medicines=(), **more):
    observed = Observed(signs=frozenset(signs))
    background = Background(medicines=frozenset(medicines), conditions=frozenset())
    return Situation(
        contraindications=more.pop("contraindications", contraindications(observed)),
        phenotype=Phenotype(proposed=phenotype),
        risk=risk(observed=observed, background=background, brown_grade=grade),
        brown_grade=grade,
        **{"alternative": "none", "anaphylaxis": False, **more},
    )


def decided(**more):
    return decide(situation(**more))


def codes(reasons):
    return [reason.code for reason in reasons]


NEGATIVE, POSITIVE = skin(0), skin(4)


def test_a_contraindication_stops_everything():
    found = decided(signs=["pustules"], grade=3, skin_tests=POSITIVE)
    assert (found.way, found.pace, found.steps, found.where) == ("contraindicated", None, None, None)
    assert codes(found.because) == ["agep"]
    assert codes(decided(signs=["erythema-multiforme"]).because) == ["erythema-multiforme", "slow-oral-override"]


def test_without_signs_nothing_is_proposed():
    found = decided(contraindications=None, skin_tests=POSITIVE)
    assert (found.way, codes(found.cannot)) == (None, ["signs-missing"])


def test_an_alternative_is_asked_first():
    assert decided(alternative="exists", skin_tests=POSITIVE).way == "avoid"
    unknown = decided(alternative=None, skin_tests=POSITIVE)
    assert (unknown.way, unknown.because, codes(unknown.cannot)) == (None, (), ["alternative-not-recorded"])


def test_an_exanthem_goes_slowly_by_mouth():
    found = decided(signs=["maculopapular-rash"], grade=None, phenotype="type IV")
    assert (found.way, found.pace, found.steps, found.where) == ("desensitization", "slow-oral", None, "day hospital")
    assert codes(found.cautions) == ["slow-oral-route"]


@pytest.mark.parametrize("grade", [1, 2, 3, None])
def test_a_positive_skin_test_is_desensitized(grade):
    found = decided(grade=grade, skin_tests=POSITIVE)
    assert (found.way, found.pace) == ("desensitization", "rapid")
    assert (found.steps, found.first_bag_dilution) == ((16, 1000) if grade == 3 else (12, 100))


@pytest.mark.parametrize("tests", [None, NEGATIVE, skin(0, intradermal=False), skin(0, histamine=2)])
@pytest.mark.parametrize(("grade", "steps"), [(2, 12), (3, 16)])
def test_moderate_or_severe_is_desensitized_whatever_the_test(tests, grade, steps):
    found = decided(grade=grade, skin_tests=tests)
    assert (found.way, found.steps) == ("desensitization", steps)


@pytest.mark.parametrize(
    ("tests", "said"),
    [
        (None, ["test-first", "skin-test-not-done"]),
        (skin(0, histamine=2), ["test-first", "skin-test-invalid"]),
        (judge(SkinTests(readings=())), ["test-first", "skin-test-not-told"]),
        (skin(0, intradermal=False), ["test-first", "intradermal-not-done"]),
        (skin(0, days=13), ["test-first", "too-early"]),
    ],
)
def test_a_mild_reaction_is_tested_first(tests, said):
    found = decided(skin_tests=tests, tryptase_risen=False)
    assert (found.way, codes(found.cannot)) == (None, said)


@pytest.mark.parametrize(
    ("phenotype", "risen", "way"),
    [
        ("type I", False, "graded challenge"),
        ("type I", True, "desensitization"),
        ("type I", None, None),
        ("mixed", None, None),
        ("cytokine release", True, "graded challenge"),
        ("cytokine release", None, "graded challenge"),
        ("indeterminate", None, "graded challenge"),
    ],
)
def test_mild_with_a_valid_negative_test(phenotype, risen, way):
    found = decided(phenotype=phenotype, tryptase_risen=risen, skin_tests=NEGATIVE)
    assert found.way == way
    assert codes(found.cannot) == ([] if way else ["tryptase-needed"])


def test_the_challenge_decides_where_the_test_did_not():
    assert decided(challenge="negative", skin_tests=NEGATIVE).way == "regular infusion"
    assert decided(challenge="positive", skin_tests=NEGATIVE).way == "desensitization"
    assert decided(challenge="negative", skin_tests=POSITIVE).way == "desensitization"
    assert decided(challenge="negative", grade=None).way == "regular infusion"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"grade": 2}, "challenge-against-severity"),
        ({"grade": 3}, "challenge-against-severity"),
        ({"grade": 1, "tryptase_risen": True}, "challenge-against-tryptase"),
    ],
)
def test_a_negative_challenge_hides_nothing(changes, code):
    found = decided(challenge="negative", **changes)
    assert found.way == ("regular infusion" if changes["grade"] == 1 else "desensitization")
    assert codes(found.cautions) == [code]


def test_a_criterion_of_anaphylaxis_is_not_mild():
    found = decided(skin_tests=NEGATIVE, tryptase_risen=False, anaphylaxis=True)
    assert (found.way, found.steps) == ("desensitization", 12)
    assert "anaphylaxis-not-mild" in codes(found.because)
    assert decided(challenge="negative", anaphylaxis=True).way == "desensitization"


def test_an_exanthem_hides_neither_test_nor_breakthrough():
    met = (Breakthrough(protocol_steps=12, step=5, brown_grade=3),)
    for changes in ({"skin_tests": POSITIVE}, {"breakthroughs": met}):
        assert decided(phenotype="type IV", **changes).pace == "rapid"
    assert decided(phenotype="type IV", challenge="negative").way == "regular infusion"
    assert decided(phenotype="type IV", challenge="negative", grade=2).pace == "slow-oral"


def test_an_exanthem_that_cannot_be_told_is_asked_about():
    untold = Phenotype(proposed=None, cannot=(because("onset-missing"),))
    for grade in (1, 2, None):
        found = decide(replace(situation(grade=grade), phenotype=untold))
        assert (found.way, codes(found.cannot)) == (None, ["onset-missing"])


def test_a_delayed_exanthem_with_signs_of_an_immediate_reaction_is_for_the_allergist():
    """On day 12 with nausea, which is Brown 2: neither rapid nor slow by rule."""
    late = because("onset-delayed-days", onset="12")
    kind = Phenotype(proposed="indeterminate", for_it=(late,), against=(because("nausea"),))
    found = decide(replace(situation(grade=2), phenotype=kind))
    assert (found.way, codes(found.cannot)) == (None, ["exanthem-with-immediate-signs", "nausea"])
    assert decide(replace(situation(grade=2), phenotype=replace(kind, for_it=()))).way == "desensitization"


@pytest.mark.parametrize(
    ("verdict", "code"),
    [
        (replace(NEGATIVE, valid=False), "controls-not-valid"),
        (replace(NEGATIVE, delayed=True), "delayed-skin-test-positive"),
        (replace(NEGATIVE, cautions=(because("medicine-suppresses", medicine="omalizumab"),)), "medicine-suppresses"),
    ],
)
def test_a_negative_in_doubt_is_no_valid_negative(verdict, code):
    found = decided(skin_tests=verdict, tryptase_risen=False)
    assert (found.way, codes(found.cannot)) == (None, ["test-first", code])


def test_what_weakens_a_negative_goes_with_the_proposal():
    short = because("washout-too-short", medicine="cetirizine", days="1", least="7")
    verdict = replace(
        NEGATIVE, valid=None, cautions=(short,), not_recorded=(because("days-after-reaction-not-recorded"),)
    )
    found = decided(
        skin_tests=verdict, tryptase_risen=False, tryptase_cautions=(because("tryptase-time-not-recorded"),)
    )
    assert found.way == "graded challenge"
    assert codes(found.cautions) == [
        "tryptase-time-not-recorded", "washout-too-short", "negative-control-not-recorded",
        "days-after-reaction-not-recorded",
    ]  # fmt: skip


def test_a_breakthrough_speaks_as_a_positive_challenge():
    met = (Breakthrough(protocol_steps=12, step=11, brown_grade=2),)
    found = decided(challenge="negative", breakthroughs=met, skin_tests=NEGATIVE)
    assert (found.way, found.steps) == ("desensitization", 16)
    assert "breakthrough-recorded" in codes(found.because)
    assert decided(challenge="positive", breakthroughs=met).way == "desensitization"


def test_without_a_grade_only_a_test_can_tell():
    found = decided(signs=["chills"], grade=None, phenotype="cytokine release", skin_tests=NEGATIVE)
    assert (found.way, codes(found.cannot)) == (None, ["brown-grade-missing"])


def test_the_place_and_what_remains_to_be_decided():
    found = decided(grade=2, medicines=["beta-blocker"])
    assert found.where == "intensive care"
    assert "risk-beta-blocker" in codes(found.because)
    assert codes(found.cautions) == ["decide-beta-blocker"]
    assert codes(decided(skin_tests=skin(0, days=400), tryptase_risen=False).cautions) == ["late-negative"]


def test_every_end_of_the_tree_is_reached_by_a_path_in_it():
    ends = set()
    options = product(
        (["urticaria"], ["blisters"]), ("none", "exists", None), ("type I", "type IV"), (POSITIVE, NEGATIVE, None),
        ("positive", "negative", None), (1, 2, None), (True, False, None),
    )  # fmt: skip
    for signs, alternative, phenotype, tests, challenge, grade, risen in options:
        proposal = decided(
            signs=signs, alternative=alternative, phenotype=phenotype, skin_tests=tests, challenge=challenge,
            grade=grade, tryptase_risen=risen, anaphylaxis=False,
        )  # fmt: skip
        for edge, after in zip(proposal.path, (*proposal.path[1:], None), strict=True):
            assert TREE[edge.question][edge.answer] == edge.to
            assert after is None or after.question == edge.to
        ends.add(proposal.path[-1].to)
        assert bool(proposal.cannot) == (proposal.way is None or (proposal.steps is None and proposal.pace == "rapid"))
        assert {reason.code for reason in (*proposal.because, *proposal.cannot, *proposal.cautions)} <= set(MESSAGES)
    assert ends == set(WAYS)


def test_the_tree_is_whole():
    assert set(TREE) == set(QUESTIONS)
    assert {to for answers in TREE.values() for to in answers.values()} == {*TREE, *WAYS} - {"contraindication"}
