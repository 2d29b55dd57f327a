"""Where a label states a shortest time instead of a greatest rate, the time gives the rate."""

import pytest

from tests.protocols.engine.products.samples import asked, found, limit, with_limits

FASTER = [("sign-off", "rate-above-shortest-time", "step 2")]


@pytest.mark.parametrize(("minutes", "expected"), [("30.75", []), ("30.7501", FASTER)])
def test_without_a_rate_the_shortest_time_gives_it(minutes, expected):
    """41 mg in 30.75 min are 80 mg/h, what the last step gives."""
    product = with_limits(rate_greatest=(), minutes_least=limit(minutes, "min"))
    assert found(asked(), product) == expected


def test_of_two_shortest_times_the_longer_counts_and_a_stated_rate_before_either():
    times = (*limit("31", "min"), *limit("20", "min"))
    assert found(asked(), with_limits(rate_greatest=(), minutes_least=times)) == FASTER
    assert found(asked(), with_limits(minutes_least=times)) == []
