"""The kind of a reaction: each feature, timing at its edges, biomarkers for and against."""

from fractions import Fraction

import pytest

from reactions.rules.messages import MESSAGES
from reactions.rules.observed import Observed
from reactions.rules.phenotype import phenotype
from reactions.rules.phenotype_evidence import Evidence
from reactions.rules.phenotype_features import CYTOKINE, TYPE_1, TYPE_4, WITH_RASH
from reactions.rules.signs import SIGNS

TESTS = ("skin_test", "delayed_skin_test", "tryptase_risen", "il6_raised")


def proposed(*signs, within=6, **more):
    tests = {name: more.pop(name) for name in TESTS if name in more}
    if "onset_minutes" in more:
        more["onset_minutes"] = Fraction(more["onset_minutes"])
    observed = Observed(signs=frozenset(signs), **more)
    return phenotype(Evidence(observed=observed, **tests), immediate_within_h=within)


def codes(reasons):
    return [reason.code for reason in reasons]


def test_the_features_are_signs_and_no_sign_points_two_ways():
    assert set(SIGNS) >= TYPE_1 | CYTOKINE | TYPE_4
    assert len(TYPE_1 | CYTOKINE | TYPE_4) == len(TYPE_1) + len(CYTOKINE) + len(TYPE_4)
    assert WITH_RASH <= TYPE_1


@pytest.mark.parametrize("sign", sorted(TYPE_1))
def test_a_sign_of_type_1(sign):
    assert proposed(sign).proposed == "type I"
    assert proposed(sign, "chills").proposed == "mixed"


@pytest.mark.parametrize("sign", sorted(CYTOKINE))
def test_a_sign_of_cytokine_release(sign):
    assert proposed(sign).proposed == "cytokine release"


@pytest.mark.parametrize("sign", ["nausea", "hypotension", "hypertension", "dyspnea", "vomiting", "hypoxia", "malaise"])
def test_a_sign_of_both_tells_nothing(sign):
    found = proposed(sign)
    assert (found.proposed, codes(found.for_it)) == ("indeterminate", ["nothing-discriminates"])
    assert proposed(sign, "urticaria").proposed == "type I"
    assert proposed(sign, skin_test="positive").proposed == "type I"
    assert proposed(sign, tryptase_risen=True).proposed == "type I"
    assert proposed(sign, il6_raised=True).proposed == "cytokine release"


def test_nothing_without_signs():
    assert (proposed().proposed, codes(proposed().cannot)) == (None, ["signs-missing"])


def test_a_measured_temperature_beats_fever():
    assert proposed("fever", temperature_c=Fraction("37.9")).proposed == "indeterminate"
    assert codes(proposed("nausea", temperature_c=Fraction(38)).for_it) == ["temperature-measured"]
    assert codes(proposed("fever", "chills", temperature_c=Fraction("38.1")).for_it) == [
        "chills",
        "temperature-measured",
    ]


def test_biomarkers_speak_for_and_against():
    negative = proposed("urticaria", skin_test="negative", tryptase_risen=False, exposure_number=1)
    assert codes(negative.against) == ["first-exposure", "skin-test-negative", "tryptase-not-risen"]
    both = proposed("urticaria", "fever", skin_test="negative", tryptase_risen=False, il6_raised=False)
    assert both.proposed == "mixed"
    assert codes(both.against) == ["skin-test-negative", "tryptase-not-risen", "il6-not-raised"]
    positive = proposed("urticaria", skin_test="positive", tryptase_risen=True, exposure_number=7)
    assert codes(positive.for_it) == ["urticaria", "skin-test-positive", "tryptase-risen", "exposed-before"]
    assert positive.against == ()
    assert proposed("urticaria", skin_test="invalid").against == ()


def test_interleukin_alone_makes_no_type_1_reaction_a_mixed_one():
    """Section 0 of the clinical notes names no biomarker of cytokine release; a tumor can raise IL-6."""
    found = proposed("urticaria", il6_raised=True)
    assert (found.proposed, codes(found.against)) == ("type I", ["il6-raised"])
    both = proposed("urticaria", "fever", il6_raised=True)
    assert (both.proposed, codes(both.for_it)) == ("mixed", ["urticaria", "fever", "il6-raised"])


def test_cytokine_release_by_exposure_and_time():
    first = proposed("rigors", exposure_number=1, onset_minutes=60)
    assert (codes(first.for_it), first.against) == (["rigors", "first-exposure"], ())
    late = proposed("rigors", exposure_number=2, onset_minutes=61, il6_raised=False)
    assert (codes(late.for_it), codes(late.against)) == (["rigors"], ["il6-not-raised", "onset-beyond-1-h"])


@pytest.mark.parametrize(
    ("minutes", "within", "said"),
    [(360, 6, "type I"), (361, 6, "indeterminate"), (60, 1, "type I"), (61, 1, "indeterminate")],
)
def test_type_1_signs_are_immediate(minutes, within, said):
    assert proposed("urticaria", onset_minutes=minutes, within=within).proposed == said


@pytest.mark.parametrize(
    ("minutes", "cytokine", "both"), [(1440, "cytokine release", "mixed"), (1441, *["indeterminate"] * 2)]
)
def test_neither_mixed_nor_cytokine_release_begins_after_a_day(minutes, cytokine, both):
    """Hives, fever and joint pain after days are no mixed reaction: think of serum sickness."""
    assert proposed("fever", "arthralgia", onset_minutes=minutes).proposed == cytokine
    assert proposed("urticaria", "fever", "arthralgia", onset_minutes=minutes).proposed == both
    late = proposed("urticaria", "fever", onset_minutes=1441, skin_test="positive")
    assert (late.proposed, codes(late.against)) == ("type I", ["fever", "onset-not-immediate"])


def test_a_late_onset_gives_way_to_a_biomarker():
    found = proposed("urticaria", onset_minutes=400, skin_test="positive")
    assert (found.proposed, codes(found.against)) == ("type I", ["onset-not-immediate"])
    assert codes(proposed("urticaria", onset_minutes=400).against) == ["urticaria", "onset-not-immediate"]


def test_an_exanthem_after_days_is_type_4_whatever_itches():
    found = proposed("maculopapular-rash", "pruritus", "fever", onset_minutes=12 * 1440, delayed_skin_test=True)
    assert found.proposed == "type IV"
    assert codes(found.for_it) == ["maculopapular-rash", "onset-delayed", "delayed-skin-test-positive"]
    assert found.against == ()
    assert codes(proposed("pustules", "urticaria", onset_minutes=1440).against) == ["urticaria"]


def test_an_exanthem_without_its_onset():
    bare, mixed = proposed("maculopapular-rash"), proposed("maculopapular-rash", "urticaria")
    assert (bare.proposed, codes(bare.cannot)) == ("type IV", ["phenotype-onset-missing"])
    assert (mixed.proposed, codes(mixed.cannot)) == ("indeterminate", ["phenotype-onset-missing"])


def test_an_exanthem_within_an_hour_is_not_type_4():
    soon = proposed("maculopapular-rash", onset_minutes=30)
    assert (soon.proposed, codes(soon.against)) == ("indeterminate", ["rash-too-soon"])
    assert proposed("maculopapular-rash", "urticaria", onset_minutes=30).proposed == "type I"


@pytest.mark.parametrize(("minutes", "said"), [(60, "indeterminate"), (61, "type IV"), (360, "type IV")])
def test_type_4_begins_after_an_hour_at_the_earliest(minutes, said):
    assert proposed("maculopapular-rash", onset_minutes=minutes).proposed == said
    assert proposed("maculopapular-rash", "urticaria", onset_minutes=minutes).proposed == "type I"
    assert proposed("maculopapular-rash", skin_test="positive", onset_minutes=minutes).proposed == "type I"


def test_every_phenotype_has_its_words():
    assert {"type I", "cytokine release", "mixed", "type IV", "indeterminate"} <= set(MESSAGES)
