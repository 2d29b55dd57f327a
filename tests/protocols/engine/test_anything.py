"""Specifications of every kind: stored without loss, and the sums that must hold whatever is asked for."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocols.engine import (
    StoredError,
    any_from_stored,
    any_specification_from_stored,
    any_specification_to_stored,
    any_to_stored,
    compute_any,
    from_stored,
    read_any,
)
from protocols.engine.days.contract import days_to_contract
from protocols.engine.intervals.contract import intervals_to_contract
from tests.protocols.engine.samples import family
from tests.protocols.second.single_doses import intervals
from tests.protocols.second.whole_days import days


def round_trip(value, store, read):
    return read(json.loads(json.dumps(store(value))))


@given(st.one_of(days(), intervals(bottles=False)))
def test_any_kind_is_stored_without_loss(mapping):
    specification = read_any(mapping)
    schedule = compute_any(specification)
    assert round_trip(specification, any_specification_to_stored, any_specification_from_stored) == specification
    assert round_trip(schedule, any_to_stored, any_from_stored) == schedule


def test_intravenous_keeps_schema_1():
    specification = family(10, 1)
    schedule = compute_any(specification)
    assert any_to_stored(schedule)["schema"] == any_specification_to_stored(specification)["schema"] == 1
    assert any_from_stored(any_to_stored(schedule)) == schedule
    assert any_specification_from_stored(any_specification_to_stored(specification)) == specification


@given(days())
def test_what_reads_schema_1_refuses_days(mapping):
    stored = any_to_stored(compute_any(read_any(mapping)))
    assert stored["schema"] == "days-1"
    with pytest.raises(StoredError):
        from_stored(stored)


@given(days())
def test_days_follow_each_other_and_units_make_their_doses(mapping):
    schedule = compute_any(read_any(mapping))
    assert [day.day for day in schedule.days] == list(range(1, len(schedule.days) + 1))
    for day in schedule.days:
        assert sum(taken.dose for taken in day.doses) == day.total
        for taken in day.doses:
            if taken.units is not None:
                assert sum(count * strength for count, strength in taken.units) == taken.dose


@given(intervals(bottles=False))
def test_drawn_and_left_over_are_what_was_there(mapping):
    schedule = compute_any(read_any(mapping))
    assert sum(step.dose for step in schedule.steps) == schedule.total_dose
    for drawn in schedule.solutions:
        own = [step for step in schedule.steps if step.solution == drawn.number]
        assert sum(step.volume_ml for step in own) == drawn.drawn_ml
        assert sum(step.dose for step in own) == drawn.drawn_ml * drawn.concentration
        if drawn.volume_ml is not None:
            assert drawn.drawn_ml + drawn.discarded_ml == drawn.volume_ml


@given(intervals(bottles=False))
def test_a_printed_schedule_read_back_as_a_specification_is_the_same(mapping):
    first = compute_any(read_any(mapping))
    exact = {step.number for step in first.steps if (step.dose * 10**15).denominator == 1}
    published = intervals_to_contract(first)
    if len(exact) < len(first.steps) or any(len(step["dose"].replace(".", "")) > 15 for step in published["steps"]):
        return
    minutes = [step["minute"] for step in published["steps"]]
    again = {key: published[key] for key in ("drug", "route", "unit", "target_dose")} | {"interval_minutes": "1"}
    again["doses"] = [
        {"dose": step["dose"]} | ({"minutes_after_previous": str(minute - before)} if minute else {})
        for step, minute, before in zip(published["steps"], minutes, [0, *minutes], strict=False)
    ]
    second = intervals_to_contract(compute_any(read_any(again)))
    for key in ("minute", "dose", "cumulative_dose", "fold_increase"):
        assert [step[key] for step in second["steps"]] == [step[key] for step in published["steps"]]


@given(days())
def test_printed_folds_are_there_from_the_second_day_on(mapping):
    first, *others = days_to_contract(compute_any(read_any(mapping)))["days"]
    assert first["fold_increase"] is None
    assert all(day["fold_increase"] for day in others)
