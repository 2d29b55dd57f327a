"""Ages, birth dates and plausibility, each at its edge."""

from datetime import date

import pytest

from patients.rules.age import age_in_years, birth_date_problem


@pytest.mark.parametrize(
    ("born", "on", "years"),
    [
        (date(1962, 4, 3), date(2026, 4, 2), 63),
        (date(1962, 4, 3), date(2026, 4, 3), 64),
        (date(1962, 4, 3), date(2026, 4, 4), 64),
        (date(2000, 2, 29), date(2026, 2, 28), 25),
        (date(2000, 2, 29), date(2026, 3, 1), 26),
        (date(2026, 11, 20), date(2026, 11, 20), 0),
    ],
)
def test_age_in_completed_years(born, on, years):
    assert age_in_years(born=born, on=on) == years


def test_birth_dates_at_the_edges():
    today = date(2026, 11, 20)
    assert birth_date_problem(born=today, on=today) is None
    assert birth_date_problem(born=date(2026, 11, 21), on=today) == "in_the_future"
    assert birth_date_problem(born=date(1900, 11, 21), on=today) is None
    assert birth_date_problem(born=date(1900, 11, 20), on=today) == "too_long_ago"
