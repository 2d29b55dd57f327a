"""protocols.engine.replay against a bookkeeping that shares no code with it, in random histories."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import event as noted
from hypothesis import given

from protocols.engine.replay import replay
from tests.protocols.engine.replay.histories import replays
from tests.protocols.second.bedside import Set
from tests.protocols.second.nurse import Nurse


def second(schedule, line, events, now):
    """The second way's account of the same."""
    hung = Set(
        bags={bag.number: (bag.volume_ml, bag.concentration) for bag in schedule.solutions},
        steps=[(step.solution, step.rate_ml_h, step.minutes, step.volume_ml, step.flush) for step in schedule.steps],
        dead_ml=line.dead_volume_ml if line else Fraction(0),
        drug_primed=line is not None and line.primed_with == "solution",
        own_lines=line.per_solution if line else True,
    )
    happened = [(one.kind, one.at, one.step, one.rate_ml_h, one.infused_ml) for one in events]
    return Nurse(hung, schedule.total_dose).stands(happened, now)


def first(schedule, line, events, now):
    """The engine's, as plain figures."""
    stands = replay(schedule, line, events=events, now=now)
    columns = ("number", "solution", "rate_ml_h", "minutes", "volume_ml", "dose", "cumulative_dose", "flush")
    return {
        "state": stands.state,
        "step": stands.step,
        "minutes": stands.minutes_into_step,
        "delivered": stands.delivered,
        "in_line": (stands.in_line_ml, stands.in_line_amount),
        "bags": [(bag.number, bag.infused_ml, bag.left_ml) for bag in stands.solutions],
        "remaining": [tuple(getattr(row, name) for name in columns) for row in stands.remaining],
        "total": stands.total_dose,
        "found": sorted(finding.code for finding in stands.findings),
    }


@given(replays())
def test_both_ways_agree_to_the_last_digit(asked):
    found = first(*asked)
    for code in sorted(set(found["found"])):
        noted(code)
    noted(found["state"])
    assert found == second(*asked)
