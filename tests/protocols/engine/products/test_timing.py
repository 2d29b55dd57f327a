"""The whole time against what is stable, and volumes that the pump cannot be told."""

from fractions import Fraction

import pytest

from protocols.engine import Pump
from tests.protocols.engine.products.samples import PRODUCT, asked, found, limit, with_limits

TOO_LONG = [("sign-off", "time-beyond-stability", None)]
UNTOLD = ("caution", "volume-not-settable")


@pytest.mark.parametrize(("hours", "expected"), [("1.5", []), ("1.4999", TOO_LONG)])
def test_an_hour_and_a_half(hours, expected):
    assert found(asked(), with_limits(stability=limit(hours, "h"))) == expected


def test_the_shortest_of_several_stabilities_counts():
    stabilities = (*limit(24, "h", condition="2 to 8 °C"), *limit(1, "h", condition="25 °C"))
    assert found(asked(), with_limits(stability=stabilities)) == TOO_LONG


def pump(least_ml):
    """A pump that takes volumes from this one on."""
    return Pump(
        rate_resolution_ml_h=Fraction(1),
        min_rate_ml_h=Fraction(1),
        max_rate_ml_h=Fraction(1200),
        min_volume_ml=None if least_ml is None else Fraction(least_ml),
    )


@pytest.mark.parametrize(
    ("least", "expected"),
    [
        (None, []),
        ("10", []),
        ("10.01", [(*UNTOLD, "step 1")]),
        ("40", [(*UNTOLD, "step 1")]),
        ("40.01", [(*UNTOLD, "step 1"), (*UNTOLD, "step 2")]),
    ],
)
def test_a_volume_that_no_pump_can_be_told(least, expected):
    assert found(asked(pump=pump(least)), PRODUCT) == expected


def test_it_needs_no_product():
    assert found(asked(pump=pump("11"))) == [("caution", "product-unknown", None), (*UNTOLD, "step 1")]
