"""contracts.md 5, sentence by sentence: the example, the states, what runs until when."""

from fractions import Fraction

import pytest

from tests.protocols.engine.replay.samples import codes, pause, plan, replayed, resume, start, stop

#: rituximab of contracts.md 2, its first two steps to the letter: 0.02 mg/mL, 0.5 mL and 1.25 mL.
EXAMPLE = plan(
    bags=((250, "0.02"), (250, "2")),
    steps=((1, 2, 15), (1, 5, 15), (1, 10, 15), (1, 20, 15), (2, 40, 15), (2, 80, 174)),
)
HAPPENED = [start(0, 1), start(15, 2), pause(24), resume(40), stop(44)]


def test_the_example_to_the_letter():
    stands = replayed(*HAPPENED, now=43, specification=EXAMPLE)
    assert (stands.state, stands.step, stands.minutes_into_step) == ("running", 2, 12)
    assert stands.delivered == Fraction("0.03")
    assert (stands.in_line_ml, stands.in_line_amount) == (0, 0)
    bag, other = stands.solutions
    assert (bag.number, bag.infused_ml, bag.left_ml) == (1, Fraction("1.5"), Fraction("248.5"))
    assert (other.number, other.infused_ml, other.left_ml) == (2, 0, 250)
    first = stands.remaining[0]
    assert (first.number, first.solution, first.rate_ml_h, first.minutes) == (2, 1, 5, 3)
    assert (first.volume_ml, first.dose, first.cumulative_dose) == (
        Fraction("0.25"), Fraction("0.005"), Fraction("0.035"),
    )  # fmt: skip
    assert [step.number for step in stands.remaining] == [2, 3, 4, 5, 6]
    assert stands.ends_at == 43 + 3 + 15 * 3 + 174
    assert stands.findings == ()


@pytest.mark.parametrize("order", [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [2, 0, 3, 1, 4]])
def test_events_are_taken_in_order_of_their_minute(order):
    stands = replayed(*(HAPPENED[place] for place in order), now=43, specification=EXAMPLE)
    assert (stands.state, stands.delivered, stands.findings) == ("running", Fraction("0.03"), ())


def test_ties_are_taken_in_the_order_of_the_file():
    before = replayed(start(0, 1), pause(5), resume(5), now=8)
    assert (before.state, before.findings) == ("running", ())
    after = replayed(start(0, 1), resume(5), pause(5), now=8)
    assert (after.state, codes(after)) == ("paused", [("resume-without-pause", None)])


def test_events_after_now_are_ignored():
    assert replayed(start(0, 1), pause(5), stop(6), now=4) == replayed(start(0, 1), now=4)
    assert replayed(start(0, 1), pause(5), now=5).state == "paused"


STATES = [
    ("not-started", [], 0, None, None),
    ("not-started", [start(5, 1)], 4, None, None),
    ("running", [start(0, 1)], 0, 1, 0),
    ("running", [start(0, 1)], "9.99", 1, "9.99"),
    ("waiting", [start(0, 1)], 10, 1, 10),
    ("waiting", [start(0, 1)], 600, 1, 10),
    ("paused", [start(0, 1), pause(4)], 100, 1, 4),
    ("paused", [start(0, 1), pause(10)], 100, 1, 10),
    ("running", [start(0, 1), pause(4), resume(90)], 95, 1, 9),
    ("waiting", [start(0, 1), pause(4), resume(90)], 96, 1, 10),
    ("stopped", [start(0, 1), stop(4)], 100, 1, 4),
    ("stopped", [start(0, 1), pause(3), stop(4)], 100, 1, 3),
    ("waiting", [start(0, 1), start(10, 2), start(20, 3)], 31, 3, 10),
    ("running", [start(0, 1), start(10, 2), start(20, 3), start(30, 4)], 39, 4, 9),
    ("completed", [start(0, 1), start(10, 2), start(20, 3), start(30, 4)], 40, 4, 10),
    ("completed", [start(0, 1), start(10, 2), start(20, 3), start(30, 4), stop(50)], 60, 4, 10),
    ("completed", [start(0, 1), start(10, 2), start(20, 3), start(30, 4), pause(50)], 60, 4, 10),
]


@pytest.mark.parametrize(("state", "events", "now", "step", "minutes"), STATES)
def test_states(state, events, now, step, minutes):
    stands = replayed(*events, now=now)
    assert (stands.state, stands.step) == (state, step)
    assert stands.minutes_into_step == (minutes if minutes is None else Fraction(minutes))


def test_ends_at_of_running_counts_from_now():
    assert replayed(start(0, 1), now=3).ends_at == 40
    assert replayed(start(0, 1), start(14, 2), now=15).ends_at == 44


def test_ends_at_of_waiting_and_paused_assumes_going_on_at_now():
    assert replayed(start(0, 1), now=50).ends_at == 80
    assert replayed(start(0, 1), pause(4), now=50).ends_at == 86


def test_ends_at_before_the_first_start_assumes_starting_now():
    assert replayed(now=0).ends_at == 40


def test_ends_at_of_completed_is_when_it_ended():
    assert replayed(*(start(10 * (n - 1), n) for n in (1, 2, 3, 4)), now=99).ends_at == 40


def test_of_stopped_it_is_none_and_the_total_is_what_was_delivered():
    stands = replayed(start(0, 1), start(10, 2), stop(15), now=99)
    assert (stands.ends_at, stands.remaining) == (None, ())
    assert stands.total_dose == stands.delivered == Fraction("0.2")
    assert stands.findings == ()


def test_nothing_starts_by_itself():
    assert replayed(start(0, 1), now=1000).delivered == Fraction("0.1")


def test_a_step_runs_until_the_next_start_or_pause_or_stop():
    assert [run.minutes for run in replayed(start(0, 1), start(9, 2), pause(11), now=15).runs] == [9, 2]
    assert [run.minutes for run in replayed(start(0, 1), stop(3), now=15).runs] == [3]


def test_a_step_runs_at_most_until_its_own_end():
    assert [run.minutes for run in replayed(start(0, 1), start(30, 2), now=31).runs] == [10, 1]


def test_all_solutions_are_listed_started_or_not():
    assert [bag.number for bag in replayed(now=0).solutions] == [1, 2]
    assert [(bag.infused_ml, bag.left_ml) for bag in replayed(start(0, 1), now=5).solutions] == [
        (Fraction("0.5"), Fraction("99.5")),
        (0, 100),
    ]
