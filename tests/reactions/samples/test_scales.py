"""Every figure lies on the axis, which is marked at round ones."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reactions.samples.figure.scales import GRID, slot, value_axis

FIGURES = st.integers(1, 10**6).map(lambda n: Fraction(n, 100))


@given(st.lists(FIGURES, min_size=1, max_size=6))
def test_every_value_lies_on_the_axis_in_order(values):
    axis = value_axis(values)
    places = [axis.place(value) for value in sorted(values)]
    assert places == sorted(places)
    assert all(0 < place < GRID for place in places)
    assert axis.marks
    assert all(axis.bottom <= mark <= axis.top for mark, _ in axis.marks)


@pytest.mark.parametrize(
    ("values", "marks"),
    [
        (["3.2", "44.7"], ["2", "5", "10", "20", "50"]),
        (["2", "200"], ["1", "2", "5", "10", "20", "50", "100", "200"]),
        (["0.5", "3000"], ["1", "10", "100", "1\u202f000"]),
        ([], ["0.5", "1"]),
        (["0"], ["0.5", "1"]),
    ],
)
def test_round_figures_are_marked(values, marks):
    assert [text for _, text in value_axis(map(Fraction, values)).marks] == marks


def test_what_lies_below_the_axis_stands_at_its_bottom():
    assert value_axis([Fraction(5)]).place(Fraction(0)) == 0
    assert [slot(number, 4) for number in range(4)] == [1250, 3750, 6250, 8750]
