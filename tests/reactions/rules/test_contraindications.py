"""Contraindications: each by its signs, and what looks alike and is none."""

from fractions import Fraction

import pytest

from reactions.rules.contraindications import contraindications
from reactions.rules.messages import MESSAGES
from reactions.rules.observed import Observed

HIVES = {"urticaria", "fever", "arthralgia"}


def found(*signs, onset_days=None):
    onset = None if onset_days is None else Fraction(onset_days) * 1440
    return contraindications(Observed(signs=frozenset(signs), onset_minutes=onset))


@pytest.mark.parametrize(
    ("signs", "codes"),
    [
        (["skin-detachment", "mucosal-erosions"], ["sjs-ten"]),
        (["mucosal-erosions"], ["sjs-ten"]),
        (["blisters"], ["blistering-eruption"]),
        (["pustules", "fever"], ["agep"]),
        (["purpura"], ["vasculitis"]),
        (["erythema-multiforme"], ["erythema-multiforme"]),
        (["immune-hepatitis"], ["immune-mediated-hepatitis"]),
        (["immune-nephritis"], ["immune-mediated-nephritis"]),
        (["immune-cytopenia"], ["immune-mediated-cytopenia"]),
        (["maculopapular-rash", "eosinophilia"], ["dress"]),
        (["generalized-erythema", "lymphadenopathy"], ["dress"]),
        (["maculopapular-rash", "immune-hepatitis"], ["immune-mediated-hepatitis", "dress"]),
        (["maculopapular-rash"], []),
        (["eosinophilia"], []),
        (["urticaria", "pruritus", "fever"], []),
    ],
)
def test_what_the_signs_make_one_suspect(signs, codes):
    suspected = found(*signs)
    assert [one.code for one in suspected] == codes
    assert all(one.because and one.code in MESSAGES for one in suspected)


def test_no_sign_recorded_is_not_none_seen():
    assert found() is None


@pytest.mark.parametrize(("days", "suspected"), [(None, True), ("0.5", False), (1, True), (7, True)])
def test_serum_sickness_takes_days(days, suspected):
    assert [one.code for one in found(*HIVES, onset_days=days)] == (["serum-sickness"] if suspected else [])


@pytest.mark.parametrize("missing", sorted(HIVES))
def test_serum_sickness_needs_all_three(missing):
    assert found(*(HIVES - {missing}), onset_days=7) == ()


def test_bare_erythema_multiforme_may_be_overridden_for_slow_oral():
    assert found("erythema-multiforme")[0].slow_oral
    for more in ("blisters", "mucosal-erosions", "skin-detachment"):
        assert not any(one.slow_oral for one in found("erythema-multiforme", more))
    assert not found("pustules")[0].slow_oral
