"""What a printed figure stands for."""

from decimal import Decimal
from fractions import Fraction

import pytest

from protocols.engine.table.ranges import Range


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("0.5", "0.45", "0.55"),
        ("5", "4.5", "5.5"),
        ("5.0", "4.95", "5.05"),
        ("1e2", "99.5", "100.5"),
        ("0", "0", "0.5"),
    ],
)
def test_what_a_printed_figure_stands_for(printed, low, high):
    assert Range.rounded(Decimal(printed)) == Range(Fraction(low), Fraction(Decimal(printed)), Fraction(high))
