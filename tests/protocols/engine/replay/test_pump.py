"""contracts.md 5: rates that were set, and what was read off the pump."""

from fractions import Fraction

import pytest

from tests.protocols.engine.replay.samples import codes, golden, pause, plan, replayed, resume, start, stop


def test_slowing_down_keeps_the_volume_and_takes_longer():
    stands = replayed(start(0, 1), start(10, 2, rate_ml_h=6), now=20)
    first = stands.remaining[0]
    assert (first.number, first.rate_ml_h, first.minutes, first.volume_ml) == (2, 6, 10, 1)
    assert (stands.total_dose, stands.ends_at, codes(stands)) == (Fraction("11.3"), 50, [])


def test_a_resume_may_be_slower():
    stands = replayed(start(0, 1), start(10, 2), pause(15), resume(30, rate_ml_h=6), now=32)
    assert (stands.remaining[0].rate_ml_h, stands.remaining[0].minutes, stands.minutes_into_step) == (6, 8, 7)


def test_a_resume_without_a_rate_goes_on_at_the_last_one():
    stands = replayed(start(0, 1), start(10, 2, rate_ml_h=6), pause(15), resume(30), now=32)
    assert stands.remaining[0].rate_ml_h == 6


def test_a_step_given_anew_has_its_own_rate_again():
    stands = replayed(start(0, 1), start(10, 2, rate_ml_h=6), pause(15), resume(30, step=2), now=32)
    assert stands.remaining[0].rate_ml_h == 12


def test_the_steps_behind_keep_their_rates():
    assert [step.rate_ml_h for step in replayed(start(0, 1, rate_ml_h=3), now=2).remaining] == [3, 12, 6, 60]


@pytest.mark.parametrize(("rate", "found"), [(6, []), (5, []), ("6.1", [("rate-above-plan", "step 1")])])
def test_a_rate_above_the_step_s_is_said(rate, found):
    assert codes(replayed(start(0, 1, rate_ml_h=rate), now=1)) == found


def test_a_reading_overrides_rate_times_time():
    stands = replayed(start(0, 1), pause(5, infused_ml="0.6"), now=6)
    assert (stands.delivered, stands.minutes_into_step) == (Fraction("0.06"), 5)
    assert (stands.remaining[0].volume_ml, stands.remaining[0].minutes) == (Fraction("0.4"), 4)
    assert stands.solutions[0].infused_ml == Fraction("0.6")


@pytest.mark.parametrize("last", [pause(5, infused_ml="0.4"), stop(5, infused_ml="0.4"), start(5, 2, infused_ml="0.4")])
def test_any_event_may_carry_it_of_the_step_that_ran_until_then(last):
    stands = replayed(start(0, 1), last, now=5)
    assert stands.runs[0].volume_ml == Fraction("0.4")
    assert stands.delivered == Fraction("0.04")


def test_a_resume_carries_it_of_the_step_that_was_paused():
    stands = replayed(start(0, 1), pause(5), resume(9, infused_ml="0.4"), now=9)
    assert stands.delivered == Fraction("0.04")


def test_it_counts_the_whole_step_breaks_included():
    stands = replayed(start(0, 1), pause(5), resume(8), pause(10, infused_ml="0.35"), now=12)
    assert stands.delivered == Fraction("0.035")
    assert [part.volume_ml for part in stands.runs[0].parts] == [Fraction("0.25"), Fraction("0.1")]


def test_what_was_read_before_stays():
    events = start(0, 1), pause(5, infused_ml="0.6"), resume(8), pause(10, infused_ml="0.7")
    assert [part.volume_ml for part in replayed(*events, now=12).runs[0].parts] == [Fraction("0.6"), Fraction("0.1")]


def test_it_counts_from_the_start_of_the_step_given_anew():
    stands = replayed(start(0, 1), start(10, 1), pause(15, infused_ml="0.3"), now=15)
    assert [run.volume_ml for run in stands.runs] == [1, Fraction("0.3")]


def test_a_lower_reading_leaves_a_step_unfinished():
    stands = replayed(start(0, 1), pause(12, infused_ml="0.8"), now=12)
    assert (stands.state, stands.remaining[0].number, stands.remaining[0].minutes) == ("paused", 1, 2)
    assert codes(replayed(start(0, 1), start(12, 2, infused_ml="0.8"), now=12)) == [("step-cut-short", "step 1")]
    assert codes(replayed(start(0, 1), start(12, 2, infused_ml="0.9"), now=12)) == []


def test_a_larger_reading_shows_that_the_pump_ran_on():
    stands = replayed(start(0, 1), start(12, 2, infused_ml="1.1"), now=12)
    assert (stands.runs[0].minutes, stands.runs[0].volume_ml) == (11, Fraction("1.1"))
    assert stands.remaining[-1].volume_ml == Fraction("9.99")
    assert replayed(start(0, 1), start(12, 2, infused_ml="1.5"), now=12).runs[0].minutes == 12


def test_too_much_beyond_the_target_is_said():
    done = [start(0, 1), start(10, 2), start(20, 3), start(30, 4)]
    stands = replayed(*done, stop(50, infused_ml=11), now=50)
    assert (stands.state, stands.delivered, stands.total_dose) == ("completed", Fraction("12.3"), Fraction("12.3"))
    assert codes(stands) == [("target-exceeded", None)]


def test_a_stop_that_reads_less_than_planned_was_no_completion():
    done = [start(0, 1), start(10, 2), start(20, 3), start(30, 4)]
    stands = replayed(*done, stop(50, infused_ml=9), now=50)
    assert (stands.state, stands.ends_at, stands.total_dose) == ("stopped", None, Fraction("10.3"))


def test_nothing_may_have_run():
    stands = replayed(start(0, 1), pause(5, infused_ml=0), now=5)
    assert (stands.delivered, stands.minutes_into_step, codes(stands)) == (0, 5, [])


#: A reading that cannot be, and the dose that rate x time gives instead.
UNBELIEVED = [
    ([start(0, 1, infused_ml=1)], 0),
    ([start(0, 1), pause(0, infused_ml=1)], 0),
    ([start(0, 1), pause(5, infused_ml="100.1")], "0.05"),
    ([start(0, 1), pause(5, infused_ml="0.6"), resume(6), pause(8, infused_ml="0.5")], "0.08"),
    ([start(0, 1), pause(5, infused_ml="0.6"), resume(6, infused_ml="0.7")], "0.06"),
]


@pytest.mark.parametrize(("events", "dose"), UNBELIEVED)
def test_a_reading_that_cannot_be_is_named(events, dose):
    stands = replayed(*events, now=events[-1].at)
    assert (stands.delivered, codes(stands)) == (Fraction(dose), [("reading-ignored", None)])


def test_a_reading_of_nothing_before_the_first_start_is_nothing():
    assert codes(replayed(start(0, 1, infused_ml=0), now=1)) == []


def test_the_whole_bag_can_be_read_and_not_more():
    small = plan(bags=((3, "0.1"), (11, 1)))
    assert codes(replayed(start(0, 1), pause(50, infused_ml=3), now=50, specification=small)) == [
        ("bag-exhausted", "solution 1")
    ]
    assert ("reading-ignored", None) in codes(
        replayed(start(0, 1), pause(50, infused_ml="3.01"), now=50, specification=small)
    )


def test_a_rate_that_the_pump_rounds_to_nothing_takes_its_time():
    still = replayed(start(0, 1), now=4, specification=SLOW)
    assert (still.state, still.minutes_into_step, still.remaining[0].minutes) == ("running", 4, 6)
    assert still.delivered_at(Fraction(2)) == 0
    read = replayed(start(0, 1), pause(4, infused_ml="0.01"), now=4, specification=SLOW)
    assert (read.delivered, codes(read)) == (Fraction("0.001"), [])


SLOW = plan(steps=((1, "0.001", 10), (1, 6, 10)), pump_resolution=1)


def test_a_flush_reads_what_went_in_and_no_bag_limits_it():
    flushed = golden("line-flushed-at-the-end")
    events = [start(15 * n, n + 1) for n in range(12)]
    stands = replayed(*events, start(350, 13), pause(352, infused_ml=3), now=352, specification=flushed)
    assert (stands.state, stands.remaining[0].volume_ml, stands.remaining[0].flush) == ("paused", 2, True)
    assert stands.total_dose == 1000
