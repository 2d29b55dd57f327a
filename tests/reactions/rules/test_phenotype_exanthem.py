"""Exanthems: type IV, and what is none."""

from fractions import Fraction

import pytest

from reactions.rules.messages import in_words
from tests.reactions.rules.phenotype_cases import codes, proposed


def test_an_exanthem_after_days_is_type_4_whatever_itches():
    found = proposed("maculopapular-rash", "pruritus", "fever", onset_minutes=12 * 1440, delayed_skin_test=True)
    assert found.proposed == "type IV"
    assert codes(found.for_it) == ["maculopapular-rash", "onset-delayed-days", "delayed-skin-test-positive"]
    assert found.against == ()
    assert codes(proposed("pustules", "urticaria", onset_minutes=1440).against) == ["urticaria"]


SHOCK = ("maculopapular-rash", "flushing", "facial-edema", "dyspnea", "hypotension")


@pytest.mark.parametrize("more", [{}, {"skin_test": "positive"}, {"sbp_mmhg": Fraction(60)}])
def test_an_exanthem_without_its_onset_cannot_be_told(more):
    for signs in (["maculopapular-rash"], ["maculopapular-rash", "urticaria", "stridor"], SHOCK):
        found = proposed(*signs, **more)
        assert (found.proposed, codes(found.cannot)) == (None, ["phenotype-onset-missing"])
    assert codes(proposed("maculopapular-rash", "stridor").against) == ["stridor"]


def test_an_exanthem_within_an_hour_is_not_type_4():
    soon = proposed("maculopapular-rash", onset_minutes=30)
    assert (soon.proposed, codes(soon.against)) == ("indeterminate", ["rash-too-soon"])
    assert proposed("maculopapular-rash", "urticaria", onset_minutes=30).proposed == "type I"


@pytest.mark.parametrize(
    ("minutes", "within", "said"),
    [
        (60, 1, "indeterminate"),
        (61, 1, "type IV"),
        (61, 6, "indeterminate"),
        (360, 6, "indeterminate"),
        (361, 6, "type IV"),
    ],
)
def test_type_4_is_later_than_immediate(minutes, within, said):
    assert proposed("maculopapular-rash", onset_minutes=minutes, within=within).proposed == said


@pytest.mark.parametrize("minutes", [60, 61, 360])
def test_an_immediate_exanthem_with_more_of_type_1_is_type_1(minutes):
    assert proposed("maculopapular-rash", "urticaria", onset_minutes=minutes).proposed == "type I"
    assert proposed("maculopapular-rash", skin_test="positive", onset_minutes=minutes).proposed == "type I"


def test_what_comes_with_an_exanthem_makes_no_type_1_after_an_hour():
    assert proposed("maculopapular-rash", "pruritus", onset_minutes=60).proposed == "type I"
    found = proposed("maculopapular-rash", "pruritus", onset_minutes=61)
    assert (found.proposed, codes(found.against)) == ("indeterminate", ["pruritus", "rash-too-soon"])


@pytest.mark.parametrize(
    "measured",
    [{"sbp_mmhg": Fraction(60), "baseline_sbp_mmhg": Fraction(130)}, {"spo2_percent": Fraction(88)}, {}],
)
def test_an_anaphylactic_shock_with_an_exanthem_is_no_type_4(measured):
    """A kind of reaction whose slow-oral pace would be wrong: whatever was measured or ticked."""
    soon = proposed(*SHOCK, onset_minutes=75, **measured)
    assert (soon.proposed, codes(soon.for_it)) == ("type I", ["flushing", "facial-edema"])
    assert codes(soon.against) == ["rash-too-soon"]
    late = proposed(*SHOCK, onset_minutes=500, **measured)
    assert late.proposed == "indeterminate"
    assert "dyspnea" in codes(late.against)


@pytest.mark.parametrize(
    ("signs", "more", "against"),
    [
        (["urticaria", "stridor"], {"skin_test": "positive"}, ["stridor", "skin-test-positive", "urticaria"]),
        (["urticaria", "dyspnea"], {"tryptase_risen": True}, ["dyspnea", "tryptase-risen", "urticaria"]),
        (["facial-edema"], {"sbp_mmhg": Fraction(90)}, ["sbp"]),
        ([], {"spo2_percent": Fraction(92)}, ["spo2"]),
        (["nausea"], {}, ["nausea"]),
        ([], {"skin_test": "positive"}, ["skin-test-positive"]),
        ([], {"tryptase_risen": True}, ["tryptase-risen"]),
    ],
)
def test_a_late_exanthem_with_signs_or_markers_of_anaphylaxis_is_indeterminate(signs, more, against):
    found = proposed("maculopapular-rash", *signs, onset_minutes=480, **more)
    assert (found.proposed, codes(found.against)) == ("indeterminate", against)
    assert codes(found.for_it) == ["maculopapular-rash", "onset-delayed"]


def test_a_value_measured_normal_excludes_nothing():
    more = {"sbp_mmhg": Fraction(91), "spo2_percent": Fraction(93)}
    assert proposed("maculopapular-rash", "hypotension", "hypoxia", onset_minutes=480, **more).proposed == "type IV"
    assert proposed("maculopapular-rash", onset_minutes=480, skin_test="negative").proposed == "type IV"


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(599, "599 min"), (600, "10 h"), (2879, "47.98 h"), (2880, "2 days"), (17280, "12 days")],
)
def test_an_onset_is_said_in_what_people_count_it_in(minutes, said):
    assert in_words(proposed("maculopapular-rash", onset_minutes=minutes).for_it[1]) == f"onset after {said}, delayed"
