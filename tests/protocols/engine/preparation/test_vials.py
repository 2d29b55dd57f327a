"""Which vials are opened: the least drug, then the fewest vials."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocols.engine.preparation.actions import Vials
from protocols.engine.preparation.vials import opened_vials
from tests.protocols.engine.preparation import exhaustive


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


@given(
    needed=st.integers(1, 400).map(lambda tenths: Fraction(tenths, 10)),
    sizes=st.lists(st.sampled_from([Fraction(7, 2), 5, 8, 12, 30]), min_size=1, max_size=3, unique=True),
)
def test_no_vials_hold_less(needed, sizes):
    opened = opened_vials(needed, [Fraction(size) for size in sizes])
    assert set(opened) <= set(sizes)
    assert sum(opened) == exhaustive.least_opened(needed, sizes)
    assert list(opened) == sorted(opened, reverse=True)


def test_the_vials_are_emptied_one_after_the_other():
    vials = Vials([Fraction(2), Fraction(2), Fraction(3)])
    assert [vials.take(Fraction(volume)) for volume in ("1", "1", "1.5", "0.6", "2.9")] == [
        (1,),
        (1,),
        (2,),
        (2, 3),
        (3,),
    ]
    assert Vials([]).take(Fraction(1)) == ()
