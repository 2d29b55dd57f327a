"""What cannot be is named beside its field; the edge itself is possible, and what is not recorded is never wrong."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from procedures.rules.impossible import problems
from procedures.rules.messages import MESSAGES
from tests.procedures.rules.facts import facts, minute, other, start

LATE = 24 * 60


def found(**changes):
    return [(problem.code, problem.field) for problem in problems(facts(**changes))]


def test_a_procedure_as_planned_has_no_problem():
    assert found() == []


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"first_day": date(2026, 11, 22), "last_day": date(2026, 11, 22)}, ("day-in-future", "day")),
        ({"first_day": date(1962, 4, 2), "last_day": date(1962, 4, 2)}, ("before-birth", "day")),
        ({"started_at": minute(LATE + 1), "happened": ()}, ("in-future", "started")),
        ({"happened": (start(1, 0), start(2, LATE + 1))}, ("in-future", "at")),
        ({"happened": (start(1, -1),)}, ("before-start", "at")),
        ({"happened": (start(1, 0), start(3, 20), start(4, 19))}, ("before-step", "at")),
        ({"happened": (start(17, 400),)}, ("step-beyond", "step")),
        ({"last_step": 17}, ("last-step-beyond", "last_step")),
        ({"last_step": 15}, ("begun-after-last", "last_step")),
        ({"happened": (start(1, 0), other("resume", 5))}, ("resume-without-pause", "at")),
        ({"outcome": "stopped", "happened": (start(1, 0), other("stop", 5), start(2, 6))}, ("after-stop", "at")),
        ({"outcome": "stopped", "happened": (other("stop", 5), other("stop", 6))}, ("two-stops", "at")),
        ({"happened": (start(1, 0), other("stop", 5))}, ("stopped-and-completed", "outcome")),
        ({"outcome": "completed with reaction", "stopped_by": "refusal"}, ("stopped-and-completed", "outcome")),
        ({"held": None, "delivered": Fraction(1201)}, ("above-planned", "delivered")),
        ({"delivered": Fraction(1251)}, ("above-held", "delivered")),
        (
            {"none_premedicated": True, "happened": (other("premedication", -30),)},
            ("none-and-given", "none_premedicated"),
        ),
    ],
)
def test_what_cannot_be(changes, problem):
    assert problem in found(**changes)
    assert problem[0] in MESSAGES


@pytest.mark.parametrize(
    "changes",
    [
        {"first_day": date(2026, 11, 21), "last_day": date(2026, 11, 21), "started_at": None, "happened": ()},
        {"first_day": date(1962, 4, 3), "last_day": date(1962, 4, 3)},
        {"first_day": date(1962, 1, 1), "last_day": date(1962, 12, 31)},
        {"happened": (start(1, 0), start(2, LATE))},
        {"happened": (start(1, 0), start(3, 20), start(4, 20))},
        {"last_step": 16},
        {"happened": (start(1, 0), other("pause", 5), other("resume", 5))},
        {"outcome": "stopped", "happened": (start(1, 0), start(2, 5), other("stop", 5))},
        {"held": None, "delivered": Fraction(1200)},
        {"delivered": Fraction(1250)},
        {"steps": None, "rows": None, "last_step": 40, "happened": ()},
        {"planned": None, "held": None, "delivered": Fraction(10**6)},
        {"happened": (start(1, 0), start(2, None), start(3, 20)), "last_step": None, "outcome": ""},
    ],
)
def test_the_edge_is_possible(changes):
    assert found(**changes) == []


def test_after_a_step_back_the_last_step_may_lie_below_one_that_was_begun():
    back = (start(1, 0), start(2, 15), start(3, 30), other("pause", 40), other("start", 60, step=2, row="e1"))
    assert found(happened=back, last_step=2, outcome="stopped") == []


def test_the_order_is_told_with_both_steps():
    (problem,) = problems(facts(happened=(start(1, 0), start(3, 20), start(4, 19))))
    assert MESSAGES[problem.code] % dict(problem.values) == ("Step 4 cannot begin before step 3. Check both times.")
    assert problem.about == start(4, 19)


def test_a_time_just_after_now_lies_in_the_future():
    assert found(happened=(start(1, 0),), last_step=1, now=minute(0) - timedelta(seconds=1)) == [
        ("in-future", "started"),
        ("in-future", "at"),
    ]
