"""Times that nobody noted follow from the plan, from what was noted, and from nothing else."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from procedures.rules.as_planned import Pause, PlannedStep, ends_at, starts_as_planned
from tests.procedures.rules.facts import START, STEPS, minute


def planned(*, noted=None, rates=None, pauses=(), last_step=None, steps=STEPS):
    found = starts_as_planned(
        steps, noted={1: START} | (noted or {}), rates=rates or {}, pauses=pauses, last_step=last_step
    )
    return {number: (at - START).total_seconds() / 60 for number, at in found.items()}


def test_sixteen_steps_of_fifteen_minutes():
    assert planned() == {n: 15 * (n - 1) for n in range(1, 17)}


def test_what_was_noted_moves_all_that_follows():
    found = planned(noted={3: minute(40)})
    assert (found[2], found[3], found[4], found[16]) == (15, 40, 55, 235)


def test_a_break_lengthens_its_step():
    found = planned(pauses=[Pause(since=minute(20), until=minute(50))])
    assert (found[2], found[3], found[4]) == (15, 60, 75)


def test_a_second_break_in_the_time_won_by_the_first_counts_too():
    breaks = [Pause(since=minute(20), until=minute(50)), Pause(since=minute(55), until=minute(56))]
    assert planned(pauses=breaks)[3] == 61


def test_after_a_break_that_was_not_resumed_nothing_is_planned():
    found = planned(pauses=[Pause(since=minute(20), until=None)])
    assert list(found) == [1, 2]


def test_until_a_later_step_is_noted():
    found = planned(pauses=[Pause(since=minute(20), until=None)], noted={5: minute(200)})
    assert list(found) == [1, 2, *range(5, 17)]
    assert found[6] == 215


def test_nothing_after_the_last_step():
    assert list(planned(last_step=4)) == [1, 2, 3, 4]


def test_half_the_rate_takes_twice_the_time():
    assert planned(rates={1: Fraction(10)})[2] == 30
    assert planned(rates={1: Fraction(20)})[2] == 15


def test_without_the_first_start_nothing_follows():
    assert starts_as_planned(STEPS, noted={}, rates={}, pauses=[], last_step=None) == {}


@given(st.fractions(min_value=Fraction(1, 100), max_value=600), st.integers(2, 20))
def test_no_step_is_cut_short_by_rounding(minutes, count):
    steps = [PlannedStep(number=n, minutes=minutes, volume_ml=Fraction(1)) for n in range(1, count + 1)]
    found = starts_as_planned(steps, noted={1: START}, rates={}, pauses=[], last_step=None)
    for number in range(1, count):
        took = found[number + 1] - found[number]
        micro = took.days * 86_400_000_000 + took.seconds * 1_000_000 + took.microseconds
        assert 0 <= micro - minutes * 60_000_000 < 1
    assert ends_at(START, minutes) >= START
