"""Exanthems: type IV, and what is none."""

import pytest

from tests.reactions.rules.phenotype_cases import codes, proposed


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
