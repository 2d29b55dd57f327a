"""Intramuscular epinephrine (clinical.md 7.5), at and beside every edge."""

from fractions import Fraction

import pytest

from protocols.rules.epinephrine import CannotCompute, EpinephrineDose, intramuscular


def dose(text: str, maximum: str) -> EpinephrineDose:
    return EpinephrineDose(dose_mg=Fraction(text), volume_ml=Fraction(text), maximum_mg=Fraction(maximum))


@pytest.mark.parametrize(
    ("weight", "age", "expected"),
    [
        ("30", 40, dose("0.3", "0.5")),
        ("49.9", 40, dose("0.5", "0.5")),
        ("50", 40, dose("0.5", "0.5")),
        ("50.1", 40, dose("0.5", "0.5")),
        ("71", 64, dose("0.5", "0.5")),
        ("29.9", 11, dose("0.3", "0.3")),
        ("30", 11, dose("0.3", "0.3")),
        ("30.1", 11, dose("0.3", "0.3")),
        ("45", 11, dose("0.3", "0.3")),
        ("45", 12, dose("0.45", "0.5")),
        ("10", 1, dose("0.1", "0.3")),
        ("18.4", 5, dose("0.18", "0.3")),
        ("18.5", 5, dose("0.19", "0.3")),
        ("1", 0, dose("0.01", "0.3")),
    ],
)
def test_by_weight_up_to_the_maximum_of_the_age(weight: str, age: int, expected: EpinephrineDose) -> None:
    assert intramuscular(Fraction(weight), age) == expected


def test_who_is_a_child_is_a_setting() -> None:
    assert intramuscular(Fraction(45), 13, child_below_years=14) == dose("0.3", "0.3")
    assert intramuscular(Fraction(45), 13) == dose("0.45", "0.5")


def test_without_a_weight_there_is_no_dose() -> None:
    assert intramuscular(None, 40) == CannotCompute(missing=("weight",))
    assert intramuscular(None, None) == CannotCompute(missing=("weight", "age"))


def test_without_an_age_only_what_both_maxima_allow() -> None:
    assert intramuscular(Fraction(30), None) == dose("0.3", "0.3")
    assert intramuscular(Fraction("30.1"), None) == CannotCompute(missing=("age",))


@pytest.mark.parametrize("weight", ["0", "0.99", "-70"])
def test_an_impossible_weight_is_refused(weight: str) -> None:
    with pytest.raises(ValueError, match="at least 1 kg"):
        intramuscular(Fraction(weight), 40)


def test_never_above_half_a_milligram() -> None:
    doses = [intramuscular(Fraction(weight), age) for weight in range(1, 400, 7) for age in range(0, 100, 3)]
    assert max(dose.dose_mg for dose in doses if isinstance(dose, EpinephrineDose)) == Fraction(1, 2)
