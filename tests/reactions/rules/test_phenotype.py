"""The kind of a reaction by its features and biomarkers."""

from fractions import Fraction

import pytest

from reactions.rules.messages import MESSAGES
from reactions.rules.phenotype_features import CYTOKINE, TYPE_1, TYPE_4, WITH_RASH
from reactions.rules.signs import SIGNS
from tests.reactions.rules.phenotype_cases import codes, proposed


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


def test_every_phenotype_has_its_words():
    assert {"type I", "cytokine release", "mixed", "type IV", "indeterminate"} <= set(MESSAGES)
