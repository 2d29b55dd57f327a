"""The kind of a reaction by its timing, at every edge."""

import pytest

from tests.reactions.rules.phenotype_cases import codes, proposed


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
    assert (late.proposed, codes(late.against)) == ("type I", ["fever", "onset-not-immediate-hours"])


def test_a_late_onset_gives_way_to_a_biomarker():
    found = proposed("urticaria", onset_minutes=400, skin_test="positive")
    assert (found.proposed, codes(found.against)) == ("type I", ["onset-not-immediate"])
    assert codes(proposed("urticaria", onset_minutes=400).against) == ["urticaria", "onset-not-immediate"]
