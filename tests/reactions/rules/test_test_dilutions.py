"""Every strength from the stock, by hand: what is drawn, what is added, what is left."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reactions.rules.test_dilutions import LEAST_ML, MOST_ML, NEEDED_ML, CannotMeasureError, dilutions


def made(stock, *concentrations):
    plan = dilutions(stock=Fraction(stock), concentrations=map(Fraction, concentrations))
    return [(str(t.concentration), str(t.source), str(t.draw_ml), str(t.diluent_ml), t.tested) for t in plan.tubes]


def test_the_published_intradermal_strengths_are_one_in_a_hundred_of_their_stock():
    assert made("60", "60", "0.6") == [("3/5", "60", "1/10", "99/10", True)]
    assert made("25", "25", "0.25") == [("1/4", "25", "1/10", "99/10", True)]


def test_each_strength_is_made_of_the_next_stronger_one():
    assert made("5", "5", "0.5", "0.05") == [
        ("1/2", "5", "1/10", "9/10", True),
        ("1/20", "1/2", "1/10", "9/10", True),
    ]


def test_a_tube_holds_what_is_drawn_from_it_and_what_is_tested():
    assert made("10", "4", "1.9") == [
        ("4", "10", "4/5", "6/5", True),
        ("19/10", "4", "19/20", "21/20", True),
    ]


def test_a_strength_close_to_the_one_before_is_made_of_the_stock():
    assert made("10", "4", "3.9") == [("4", "10", "2/5", "3/5", True), ("39/10", "10", "39/100", "61/100", True)]


def test_a_thousandth_goes_over_a_tube_that_is_not_tested():
    assert made("10", "0.001") == [
        ("1", "10", "1/10", "9/10", False),
        ("1/10", "1", "1/10", "9/10", False),
        ("1/1000", "1/10", "1/10", "99/10", True),
    ]


def test_a_ratio_that_no_handy_volume_measures_takes_another_volume():
    assert made("60", "7") == [("7", "60", "7/50", "53/50", True)]


def test_a_strength_above_the_stock_is_refused_by_name():
    with pytest.raises(CannotMeasureError) as refused:
        dilutions(stock=Fraction(5), concentrations=[Fraction(1), Fraction(10)])
    assert refused.value.concentration == 10


@pytest.mark.parametrize(
    ("stock", "asked", "named"),
    [
        ("10", ["9.999"], "9.999"),  # less than 0.1 mL of diluent in any tube
        ("10", ["5", "2.495", "2.485"], "5"),  # 4.99 and 4.97 mL would be drawn of a tube of 10 mL
    ],
)
def test_what_cannot_be_measured_is_refused_by_name(stock, asked, named):
    with pytest.raises(CannotMeasureError) as refused:
        dilutions(stock=Fraction(stock), concentrations=map(Fraction, asked))
    assert refused.value.concentration == Fraction(named)


def test_the_stock_that_is_needed_counts_its_draws_and_what_is_tested_undiluted():
    plan = dilutions(stock=Fraction(60), concentrations=[Fraction(60), Fraction("0.6")])
    assert (plan.undiluted, plan.stock_ml) == (True, Fraction("0.6"))
    assert dilutions(stock=Fraction(60), concentrations=[]).stock_ml == 0


@given(
    stock=st.fractions(min_value=Fraction(1, 10), max_value=200, max_denominator=100),
    tenths=st.lists(st.sampled_from([1, 2, 5, 10, 20, 50, 100, 1000, 10000]), min_size=1, max_size=4),
)
def test_every_tube_holds_exactly_its_strength_and_suffices(stock, tenths):
    plan = dilutions(stock=stock, concentrations=[stock / part for part in tenths])
    held = {stock: None} | {tube.concentration: tube.volume_ml for tube in plan.tubes}
    for tube in plan.tubes:
        assert tube.draw_ml * tube.source == tube.volume_ml * tube.concentration
        assert tube.draw_ml >= LEAST_ML
        assert tube.diluent_ml >= LEAST_ML
        assert tube.volume_ml <= MOST_ML
        drawn = sum(other.draw_ml for other in plan.tubes if other.source == tube.concentration)
        assert held[tube.concentration] >= drawn + (NEEDED_ML if tube.tested else 0)
    assert {stock / part for part in tenths} <= set(held)
