"""Axes: whole decades round the doses, round minutes, and every figure at its place."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocols.figure.scales import GRID, dose_axis, power_below, time_axis

POSITIVE = st.integers(-12, 12).flatmap(
    lambda power: st.integers(1, 10**6).map(lambda n: n * Fraction(10) ** (power - 6))
)


@pytest.mark.parametrize(
    ("value", "power"),
    [("1", 0), ("0.9999", -1), ("9.9999", 0), ("10", 1), ("0.001", -3), ("0.00099", -4), ("1000", 3), ("1/3", -1)],
)
def test_the_power_of_ten_below(value, power):
    assert power_below(Fraction(value)) == power


@pytest.mark.parametrize(
    ("values", "lowest", "highest"),
    [(["0.02", "922.68"], -2, 3), (["1", "1000"], 0, 3), (["5"], 0, 1), (["10"], 1, 2), (["0"], 0, 1), ([], 0, 1)],
)
def test_a_dose_axis_spans_whole_decades(values, lowest, highest):
    axis = dose_axis(map(Fraction, values), most_marks=8)
    assert (axis.lowest, axis.highest) == (lowest, highest)
    assert axis.floor == Fraction(10) ** lowest


def test_marks_are_written_by_the_one_formatter():
    axis = dose_axis([Fraction("0.001"), Fraction(1000)], most_marks=8)
    assert [text for _, text in axis.marks] == ["0.001", "0.01", "0.1", "1", "10", "100", "1\u202f000"]


@pytest.mark.parametrize(("highest", "marks"), [(8, 9), (9, 5), (16, 9), (17, 6)])
def test_many_decades_are_marked_now_and_then(highest, marks):
    assert len(dose_axis([Fraction(1), Fraction(10) ** highest], most_marks=8).marks) == marks


@given(st.lists(POSITIVE, min_size=1, max_size=6))
def test_every_dose_lies_on_its_axis_in_order(values):
    axis = dose_axis(values, most_marks=8)
    places = [axis.place(value) for value in sorted(values)]
    assert places == sorted(places)
    assert all(0 <= place <= GRID for place in places)
    assert axis.place(axis.floor) == 0
    assert axis.place(Fraction(10) ** axis.highest) == GRID


def test_a_decade_has_the_same_length_everywhere():
    axis = dose_axis([Fraction(1), Fraction(10_000)], most_marks=8)
    assert [axis.place(value) for value, _ in axis.marks] == [0, 2500, 5000, 7500, 10_000]


@pytest.mark.parametrize(
    ("minutes", "marks"),
    [
        ("4", ["0:00"]),
        ("20", ["0:00", "0:05", "0:10", "0:15", "0:20"]),
        ("20.1", ["0:00", "0:10", "0:20"]),
        ("339.375", ["0:00", "2:00", "4:00"]),
        ("2880", ["0:00", "12:00", "24:00", "36:00", "48:00"]),
        ("2881", ["0:00", "24:00", "48:00"]),
        ("20000", ["0:00", "96:00", "192:00", "288:00"]),
    ],
)
def test_time_is_marked_at_round_minutes(minutes, marks):
    axis = time_axis(Fraction(minutes), most_marks=4)
    assert [text for _, text in axis.marks] == marks
    assert axis.place(Fraction(minutes)) == GRID
    assert axis.place(Fraction(minutes) / 2) == GRID // 2
