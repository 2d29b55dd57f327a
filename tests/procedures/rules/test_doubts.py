"""What can be true and asks for a reason; what is not recorded raises no doubt, except what a stop should say."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from procedures.rules.doubts import ROW, doubts
from procedures.rules.messages import MESSAGES
from tests.procedures.rules.facts import STEPS, facts, minute, other, start

#: The last step, begun at minute 225, and the stop at its end.
AT_THE_END = {"outcome": "stopped", "last_step": 16, "stopped_by": "clinical"}


def ran(*happened):
    return AT_THE_END | {"happened": tuple(start(n, 15 * (n - 1)) for n in range(1, 17)) + happened}


STOPPED = {"outcome": "stopped", "last_step": 12, "stopped_by": "clinical", "happened": ()}


def test_a_procedure_as_planned_raises_no_doubt():
    assert doubts(facts(), STEPS) == ()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"alike": 1}, "same-drug-same-day"),
        ({"planned_on": date(2026, 11, 19)}, "other-day"),
        ({"in_force": False}, "not-in-force"),
        ({"last_step": 15}, "completed-early"),
        ({"now": minute(16 * 15 - 6)}, "still-running"),
        ({"delivered": Fraction(1079)}, "completed-below-planned"),
        ({"delivered": Fraction(1201)}, "more-than-planned"),
        (STOPPED | {"last_step": None}, "stopped-without-step"),
        (STOPPED | {"stopped_by": ""}, "stopped-without-decision"),
        (STOPPED | {"delivered": Fraction(1200)}, "stopped-at-the-end"),
        (ran(other("stop", 240)), "stopped-after-the-end"),
        (ran(other("stop", 239.5)), "stopped-after-the-end"),
        (ran(other("pause", 230), other("resume", 235), other("stop", 245)), "stopped-after-the-end"),
        ({"grades": (1, 2)}, "tolerated-with-reaction"),
        ({"happened": (start(1, 0), start(2, 136))}, "long-gap"),
        ({"happened": (start(1, 0), start(2, 9))}, "early-start"),
    ],
)
def test_what_asks_for_a_reason(changes, code):
    assert doubts(facts(**changes), STEPS) == (code,)
    assert code in MESSAGES
    assert code in ROW


@pytest.mark.parametrize(
    "changes",
    [
        {"now": minute(16 * 15 - 5)},
        {"now": minute(16 * 15 - 6), "outcome": ""},
        {"planned_on": None},
        {"planned_on": date(2026, 11, 5), "first_day": date(2026, 11, 1), "last_day": date(2026, 11, 30)},
        {"delivered": Fraction(1080)},
        {"delivered": Fraction(1200)},
        {"grades": (1,)},
        {"grades": (3,), "outcome": "completed with reaction"},
        {"grades": (3,), "outcome": ""},
        STOPPED,
        AT_THE_END,
        ran(),
        ran(other("stop", 239)),
        ran(other("stop", None)),
        ran(other("pause", 230), other("stop", 300)),
        ran(other("pause", 230), other("resume", 236), other("stop", 245)),
        ran(other("start", 238, 16), other("stop", 245)),
        ran(replace(other("resume", 230), rate_ml_h=Fraction(5)), other("stop", 245)),
        AT_THE_END | {"happened": (replace(start(16, 0), rate_ml_h=Fraction(5)), other("stop", 59))},
        AT_THE_END | {"last_step": 15, "happened": (start(15, 0), other("stop", 60))},
        {"last_step": None},
        {"steps": None},
        {"happened": (start(1, 0), start(2, 135))},
        {"happened": (start(1, 0), start(2, 10))},
        {"happened": (start(1, 0), start(2, None), start(3, 900))},
        {"happened": (start(1, 0), other("pause", 5), other("resume", 200), start(2, 210))},
    ],
)
def test_what_does_not(changes):
    assert doubts(facts(**changes), STEPS) == ()


def test_every_doubt_and_problem_has_its_sentence_and_no_sentence_is_left_over():
    assert set(ROW) <= set(MESSAGES)
