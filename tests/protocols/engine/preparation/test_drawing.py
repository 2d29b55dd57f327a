"""Which volumes a set of syringes measures, at the edge and just beyond, and how they are drawn."""

from fractions import Fraction

import pytest

from protocols.engine.preparation import Sought
from protocols.engine.preparation.drawing import withdrawals
from tests.protocols.engine.preparation.samples import SYRINGES, syringe

ONE = (syringe("1", "0.01", "0.1"),)


def best(asked, syringes=SYRINGES, sought=None):
    """The draws of the best way as (size, volume), or None."""
    found = withdrawals(Fraction(asked), syringes, sought or Sought())
    return [(draw.syringe.volume_ml, draw.volume_ml) for draw in found[0].draws] if found else None


@pytest.mark.parametrize(
    ("asked", "draws"),
    [
        ("0.02", None),  # 1.2 mg of a 60 mg/mL stock: nobody can draw that
        ("0.0999999", None),
        ("0.1", [(1, "0.1")]),
        ("0.2", [(1, "0.2")]),
        ("1", [(1, "1")]),
        ("1.01", [(1, "0.51"), (1, "0.5")]),
        ("2", [(5, "2")]),
        ("5", [(5, "5")]),
        ("20", [(20, "20")]),
        ("50", [(50, "50")]),
        ("51", [(50, "26"), (50, "25")]),
        ("248", [(50, "50"), (50, "50"), (50, "50"), (50, "49"), (50, "49")]),
        ("19.84175", [(20, "19"), (1, "0.84")]),  # 20 mL alone would round by 0.8 %
        ("41.05", [(50, "41")]),  # 0.12 % are not worth five draws more
    ],
)
def test_the_fewest_draws_within_what_is_sought(asked, draws):
    assert best(asked) == (draws and [(size, Fraction(volume)) for size, volume in draws])


def test_a_rest_too_small_for_the_finer_syringe_is_made_larger_by_a_graduation():
    set_of_two = (syringe("10", "0.5", "2"), syringe("1", "0.01", "0.1"))
    assert best("7.05", set_of_two) == [(10, Fraction("6.5")), (1, Fraction("0.55"))]
    assert best("7.1", set_of_two) == [(10, 7), (1, Fraction("0.1"))]


def test_the_main_syringe_of_two_is_not_filled_below_its_least():
    assert best("2.05", (syringe("10", "0.5", "2"), syringe("1", "0.01", "0.1"))) == [
        (1, Fraction("0.69")),
        (1, Fraction("0.68")),
        (1, Fraction("0.68")),
    ]
    # 0.5 mL less one graduation is nothing at all in the main syringe
    assert best("0.51", (syringe("1", "0.5", "0.5"), syringe("0.3", "0.1", "0.1"))) == [
        (Fraction("0.3"), Fraction("0.3")),
        (Fraction("0.3"), Fraction("0.2")),
    ]


def test_no_filling_goes_above_the_last_whole_graduation():
    uneven = (syringe("1", "0.4", "0.4"),)
    assert best("0.8", uneven) == [(1, Fraction("0.8"))]
    assert best("0.81", uneven) == [(1, Fraction("0.4"))] * 2


@pytest.mark.parametrize(
    ("asked", "measures"), [("8", True), ("11.99", False), ("12", True), ("20", True), ("6", True), ("5.99", False)]
)
def test_every_filling_reaches_the_least_volume(asked, measures):
    assert bool(withdrawals(Fraction(asked), (syringe("10", "0.5", "6"),), Sought())) is measures
