"""Days known in part, at the edges of today."""

from datetime import date

import pytest

from patients.rules.since import since_problem

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize("text", ["2017", "2017-05", "2017-05-03", "2026", "2026-11", "2026-11-20", "2024-02-29"])
def test_a_year_a_month_or_a_day_up_to_today(text):
    assert since_problem(text, today=TODAY) is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("2027", "in_the_future"),
        ("2026-12", "in_the_future"),
        ("2026-11-21", "in_the_future"),
        ("2025-02-29", "no_such_day"),
        ("2025-13", "no_such_day"),
        ("0000", "no_such_day"),
        ("20170503", "not_a_date"),
        ("17", "not_a_date"),
        ("2017-5", "not_a_date"),
        ("٢٠١٧", "not_a_date"),
        ("2017\n", "not_a_date"),
    ],
)
def test_anything_else_says_why(text, problem):
    assert since_problem(text, today=TODAY) == problem
