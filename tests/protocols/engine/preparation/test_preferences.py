"""Which way to draw is best, its rounding and its reading error; and which syringes there can be."""

from fractions import Fraction

import pytest

from protocols.engine.preparation import Sought, Syringe
from protocols.engine.preparation.drawing import withdrawals
from tests.protocols.engine.preparation.samples import SYRINGES, syringe

ONE = (syringe("1", "0.01", "0.1"),)


def test_half_a_graduation_rounds_up_and_the_error_says_so():
    way = withdrawals(Fraction("0.335"), ONE, Sought())[0]
    assert way.drawn_ml == Fraction("0.34")
    assert (way.rounding_ml, way.reading_ml, way.error_ml) == (Fraction("0.005"), Fraction("0.005"), Fraction("0.01"))
    assert (way.volume_ml.least, way.volume_ml.greatest) == (Fraction("0.335"), Fraction("0.345"))
    assert Fraction("0.335") in way.volume_ml
    assert Fraction("0.3349") not in way.volume_ml


@pytest.mark.parametrize(("sought", "draws"), [("0.05", 1), ("0.0499", 2)])
def test_up_to_the_error_sought_fewer_draws_are_better(sought, draws):
    found = withdrawals(Fraction(2), SYRINGES, Sought(error=Fraction(sought)))
    assert len(found[0].draws) == draws


@pytest.mark.parametrize(("sought", "draws"), [("0.03125", 1), ("0.0312", 2)])
def test_up_to_the_rounding_sought_fewer_draws_are_better(sought, draws):
    two = (syringe("20", "1", "4"), syringe("1", "0.01", "0.1"))
    found = withdrawals(
        Fraction(16), (syringe("20", "1.5", "4"), *two[1:]), Sought(rounding=Fraction(sought), error=Fraction(1))
    )
    assert found[0].drawn_ml == (Fraction("16.5") if draws == 1 else 16)
    assert len(found[0].draws) == draws


ANY_ERROR = Sought(error=Fraction(1))


@pytest.mark.parametrize(
    ("asked", "syringes", "draws"),
    [
        # one draw more is worth it, however coarse: 2 x 1.002 instead of 2 for 2.004
        ("2.004", (("5", "0.1", "0.1"), ("1.002", "1.002", "1.002")), ["1.002", "1.002"]),
        # two are not, however fine: 0.68, 0.68 and 0.67 instead of 2 for 2.03
        ("2.03", (("10", "0.5", "2"), ("1", "0.01", "0.1")), ["2"]),
        # the main syringe of two at its least volume
        ("2.1", (("10", "0.5", "2"), ("1", "0.01", "0.1")), ["2", "0.1"]),
        ("1.15", (("5", "0.2", "1"), ("0.5", "0.01", "0.05")), ["1", "0.15"]),
    ],
)
def test_to_round_less_is_worth_one_draw_more_and_not_two(asked, syringes, draws):
    way = withdrawals(Fraction(asked), [syringe(*figures) for figures in syringes], ANY_ERROR)[0]
    assert [draw.volume_ml for draw in way.draws] == [Fraction(volume) for volume in draws]


def test_a_rest_is_drawn_in_a_finer_syringe_alone():
    ways = withdrawals(Fraction("10.6"), (syringe("10", "0.5", "6"), syringe("1", "0.5", "0.5")), ANY_ERROR)
    assert [len(way.draws) for way in ways] == [11]


def test_where_nothing_is_within_the_error_the_least_error_is_best():
    found = withdrawals(Fraction("0.15"), (syringe("1", "0.1", "0.1"), syringe("2", "0.15", "0.15")), Sought())
    assert [way.error_ml for way in found] == [Fraction("0.075"), Fraction("0.1")]


@pytest.mark.parametrize("figures", [("1", "0", "0.1"), ("1", "0.2", "0.1"), ("1", "0.1", "1.1"), ("1", "-1", "0.1")])
def test_a_syringe_whose_figures_disagree_is_refused(figures):
    with pytest.raises(ValueError, match="a graduation above 0"):
        syringe(*figures)


def test_a_syringe_of_one_graduation_is_one():
    assert Syringe(volume_ml=Fraction(1), graduation_ml=Fraction(1), least_ml=Fraction(1)).least_draws(Fraction(3)) == 3
