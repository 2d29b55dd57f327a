"""The lines of a picture: a staircase for the rate, bent curves for the cumulative dose on a log scale."""

from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from protocols.engine.delivery.curve import curve_of
from protocols.figure.plotted import cumulative_points, rate_points, silences

FLOOR = Fraction(1, 100)
CURVE = curve_of([(Fraction(10), Fraction(0)), (Fraction(5), Fraction(2)), (Fraction(5), Fraction(0))])
STRETCHES = st.lists(
    st.tuples(st.integers(1, 90).map(Fraction), st.sampled_from(["0", "0.001", "0.2", "30"]).map(Fraction)),
    min_size=1,
    max_size=8,
)


def test_the_rate_is_a_staircase_that_stands_on_the_floor():
    assert rate_points(CURVE, FLOOR) == [
        (0, FLOOR), (0, FLOOR), (10, FLOOR), (10, 2), (15, 2), (15, FLOOR), (20, FLOOR), (20, FLOOR),
    ]  # fmt: skip


def test_silences_are_where_nothing_is_given():
    assert silences(CURVE) == [(0, 10), (15, 20)]


def test_the_cumulative_dose_leaves_the_floor_where_it_passes_it():
    points = cumulative_points(CURVE, FLOOR)
    assert points[:3] == [(0, FLOOR), (10, FLOOR), (10 + FLOOR / 2, FLOOR)]
    assert points[-1] == (20, 10)


@given(STRETCHES)
def test_every_point_lies_on_the_curve(stretches):
    curve = curve_of(stretches)
    points = cumulative_points(curve, FLOOR)
    assert all(dose == max(curve.cumulative_at(minute), FLOOR) for minute, dose in points)
    assert all(before <= after for before, after in pairwise(points))
    assert points[-1][0] == curve.pieces[-1].ends
