"""Which vials are opened: the least drug, then the fewest vials."""

from fractions import Fraction

import pytest

from protocols.engine.preparation.vials import opened_vials


@pytest.mark.parametrize(
    ("needed", "sizes", "opened"),
    [
        ("12", ["12"], ["12"]),
        ("12.0001", ["12"], ["12", "12"]),
        ("500", ["100", "400"], ["400", "100"]),
        ("401", ["100", "400"], ["400", "100"]),
        ("300", ["100", "400"], ["100"] * 3),
        ("301", ["100", "400"], ["400"]),  # as much drug as four of 100 mg, in one vial
        ("1214.505", ["1200"], ["1200", "1200"]),
        ("5000", ["100", "400"], ["400"] * 12 + ["100"] * 2),
        ("7", ["3.5", "5"], ["3.5", "3.5"]),
        ("18", ["1", "9", "10"], ["9", "9"]),
    ],
)
def test_the_vials(needed, sizes, opened):
    assert opened_vials(Fraction(needed), [Fraction(size) for size in sizes]) == tuple(map(Fraction, opened))


def test_sizes_without_a_sensible_common_measure_are_not_combined():
    within, beyond = [Fraction(1), Fraction(200)], [Fraction(1), Fraction(201)]
    assert opened_vials(Fraction(201), within) == (200, 1)
    assert opened_vials(Fraction(202), beyond) == (201, 201)
