"""The acceptance tables (cases/, protocols.md): what is wrong in them is found at its cell, and nothing else."""

from fractions import Fraction

import pytest

from protocols.engine import compute
from protocols.engine.table import check, corrected, read_table
from tests.protocols.engine.table.printing import blamed, found
from tests.protocols.engine.table.published import ALEMTUZUMAB, ATEZOLIZUMAB, BEVACIZUMAB, CEFTAZIDIME, TENFOLD


def test_everything_wrong_in_the_alemtuzumab_table():
    assert found(ALEMTUZUMAB) == [
        (None, "rate", "mL/min", "mL/h", "rate-unit"),
        (4, "rate", "20", "23", "rate-time-volume"),
        (5, "rate", "5", "2", "rate-time-volume"),
        (6, "rate", "10", "5", "rate-time-volume"),
        (7, "rate", "20", "10", "rate-time-volume"),
        (8, "rate", "40", "23", "rate-time-volume"),
        (9, "rate", "10", "30", "rate-time-volume"),
        (10, "rate", "20", "50", "rate-time-volume"),
        (11, "rate", "40", "80", "rate-time-volume"),
        (12, "rate", "80", "160", "rate-time-volume"),
        (1, "cumulative_dose", "0.05", "0.005", "cumulative"),
        (5, "cumulative_dose", "0.45", "0.145", "cumulative-restarts"),
        (5, "cumulative_dose", "0.45", "0.045", "cumulative"),
        (6, "cumulative_dose", "0.5625", "0.1575", "cumulative"),
        (7, "cumulative_dose", "0.7875", "0.3825", "cumulative"),
        (9, "cumulative_dose", "1.02", "2.02", "cumulative-restarts"),
        (12, "cumulative_dose", "12", "10.95", "cumulative"),
        ("solution 3", "concentration", "0.137", "0.1375", "bag-amount"),
        (5, "dose", "0.045", "0.0575", "escalation"),
        (None, "dose", "11.95", "12", "total-dose"),
    ]
    assert check(read_table(ALEMTUZUMAB)).not_checked == ("dilution-source",)


def test_the_alemtuzumab_table_as_it_was_meant():
    schedule = compute(corrected(read_table(ALEMTUZUMAB)))
    assert [step.rate_ml_h for step in schedule.steps] == [2, 5, 10, 23, 2, 5, 10, 23, 30, 50, 80, 160]
    assert schedule.total_minutes == 180
    assert schedule.total_dose == 12
    assert schedule.solutions[2].concentration == Fraction("0.1375")


@pytest.mark.parametrize("table", [ATEZOLIZUMAB, BEVACIZUMAB], ids=["atezolizumab", "bevacizumab"])
def test_nothing_is_wrong_in_the_sixteen_steps(table):
    assert found(table) == []
    bare = {key: value for key, value in table.items() if key not in ("solutions", "target_dose", "total_minutes")}
    assert found(bare) == []
    assert compute(corrected(read_table(table))).total_minutes == Fraction("399.375")


def test_the_third_ceftazidime_bag_is_mislabelled():
    """The printed 7.937 mg/mL counts as exact (contracts.md 3), so the last dose, computed from 7.93704, shows too."""
    assert found(CEFTAZIDIME) == [
        (12, "dose", "1845.362", "1845.3525", "concentration-volume-dose"),
        ("solution 3", "amount", "2000", "1984.25", "bag-amount"),
    ]


def test_ten_tenfold_bags_give_more_than_the_target():
    assert blamed(TENFOLD) == [(None, "dose", "total-dose")]
    assert {rule for _, _, rule in blamed(TENFOLD | {"declared": []})} == {"total-dose", "escalation"}


def percent_table(last):
    """Asparaginase in four bags over 4 h each, in percent of the dose (Akbayram 2010)."""
    doses = ["0.1000", "1.0000", "5.0000", "10.0000", last]
    return {
        "unit": "U", "target_dose": "100", "declared": ["logarithmic"],
        "columns": ["step", "minutes", "dose"], "rows": [[str(n), "240", dose] for n, dose in enumerate(doses, 1)],
    }  # fmt: skip


def test_asparaginase_is_at_the_edge_of_what_is_allowed():
    assert found(percent_table("84.0000")) == []
    assert found(percent_table("85.0000")) == [(None, "dose", "101.1", "100", "total-dose")]
