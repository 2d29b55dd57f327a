"""The bars hold the numbers that they say."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from review.department.figure import LONGEST, PATTERNS, bars
from review.department.tally import Tally

KEYS = st.tuples(st.integers(1990, 2040), st.sampled_from([*map(str, PATTERNS)]))


@given(st.dictionaries(KEYS, st.integers(1, 10**6), min_size=1, max_size=40))
def test_a_bar_is_as_long_as_its_year_and_as_wide_as_its_parts(years):
    drawn = bars(Tally(years=Counter(years)))
    totals = Counter()
    for (year, _outcome), count in years.items():
        totals[year] += count
    most = max(totals.values())
    assert [bar.year for bar in drawn] == sorted(totals, reverse=True)
    for bar in drawn:
        assert sum(part.width for part in bar.parts) == LONGEST * totals[bar.year] // most
        for one, other in zip(bar.parts, bar.parts[1:], strict=False):
            assert one.x + one.width == other.x


def test_every_number_is_said_beside_its_bar():
    (bar,) = bars(Tally(years=Counter({(2026, "tolerated"): 1200, (2026, ""): 3})))
    assert bar.text == "tolerated 1\u202f200, outcome not recorded 3"
    assert [part.pattern for part in bar.parts] == ["solid", "empty"]


def test_without_procedures_there_is_no_bar():
    assert bars(Tally()) == []
