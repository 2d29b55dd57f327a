"""A plan is the rows of a specification, read back as itself; rows are inserted and removed."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocols.engine import Solution, compute
from protocols.plan.building import plan_of
from protocols.plan.editing import insert_bag, insert_step, remove_bag, remove_step
from protocols.plan.posting import carried, posted
from protocols.plan.rows import BagRow, Plan, StepRow, digest
from tests.protocols.plan.plans import codes, read, specification

PLAN = plan_of(specification())


def with_step(number, **changes):
    steps = [replace(row, **changes) if n == number else row for n, row in enumerate(PLAN.steps, start=1)]
    return replace(PLAN, steps=tuple(steps))


def with_bag(number, **changes):
    bags = [replace(row, **changes) if n == number else row for n, row in enumerate(PLAN.bags, start=1)]
    return replace(PLAN, bags=tuple(bags))


@pytest.mark.parametrize("steps", [4, 8, 12, 16, 20])
@pytest.mark.parametrize("rate", ["80", "100", "70", "33"])
def test_what_nobody_typed_is_read_back_exactly(steps, rate):
    base = specification(steps, final_rate_ml_h=rate)
    reading = read(plan_of(base), base)
    assert reading.specification == replace(base, declared=frozenset())


def test_a_plan_in_a_form_comes_back_as_it_was_typed():
    typed = with_step(3, rate=" 2,5 ", minutes="abc")
    assert posted(carried(typed)).plan == typed
    assert digest(typed) != digest(PLAN)
    assert digest(with_step(1, rate=f" {PLAN.steps[0].rate} ")) == digest(PLAN)


def test_an_inserted_step_is_like_the_one_above_and_the_first_like_the_old_first():
    longer = insert_step(PLAN, 3)
    assert len(longer.steps) == 13
    assert longer.steps[3] == longer.steps[2] == PLAN.steps[2]
    first = insert_step(PLAN, 0)
    assert first.steps[0] == first.steps[1] == PLAN.steps[0]
    assert compute(read(longer).specification).total_dose == 1000


def test_below_the_last_step_the_new_one_runs_to_the_end():
    longer = insert_step(with_step(12, ends="rest", volume="", minutes=""), 12)
    assert longer.steps[11] == StepRow(bag="3", rate="80", minutes="15")
    assert longer.steps[12] == StepRow(bag="3", rate="80", ends="rest")
    assert compute(read(longer).specification).total_dose == 1000
    assert remove_step(longer, 13) == with_step(12, ends="rest", volume="", minutes="")


def test_a_step_is_removed_and_the_only_one_stays():
    shorter = remove_step(PLAN, 12)
    assert shorter.steps[:-1] == PLAN.steps[:-2]
    assert shorter.steps[-1] == StepRow(bag="3", rate=PLAN.steps[10].rate, ends="rest")
    one = replace(PLAN, steps=PLAN.steps[:1])
    assert remove_step(one, 1) == one
    assert remove_step(PLAN, 13) == remove_step(PLAN, 0) == PLAN


def test_removing_what_was_inserted_gives_the_plan_again():
    for after in range(12):
        assert remove_step(insert_step(PLAN, after), after + 1) == PLAN


def test_steps_follow_their_bag_when_one_is_inserted_before_it():
    more = insert_bag(PLAN, 1)
    assert more.bags[1] == BagRow(volume="250", holds="amount", diluent="")
    assert [step.bag for step in more.steps] == ["1"] * 4 + ["3"] * 4 + ["4"] * 4
    assert remove_bag(more, 2) == PLAN
    assert remove_bag(PLAN, 2) == PLAN


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"rate": "0"}, ("step-5-rate", "zero")),
        ({"rate": "1,500"}, ("step-5-rate", "ambiguous")),
        ({"rate": "ten"}, ("step-5-rate", "not_a_number")),
        ({"rate": "0.0005"}, ("step-5-rate", "too_fine")),
        ({"rate": "10001"}, ("step-5-rate", "too_large")),
        ({"minutes": "12.34567"}, ("step-5-minutes", "too_fine")),
        ({"minutes": "", "volume": "", "ends": ""}, ("step-5-minutes", "two_of_three")),
        ({"rate": "", "volume": "", "ends": ""}, ("step-5-rate", "two_of_three")),
        ({"rate": "10", "minutes": "15", "volume": "3", "ends": ""}, ("step-5-volume", "disagree")),
        ({"volume": "3", "ends": "rest"}, ("step-5-volume", "ends_itself")),
        ({"volume": "", "ends": "rest"}, ("step-5-minutes", "ends_itself")),
        ({"bag": "9"}, ("step-5-bag", "choose")),
        ({"bag": "9" * 5000}, ("step-5-bag", "choose")),
        ({"ends": "never"}, ("step-5-ends", "choose")),
        ({"minutes": "", "ends": "to_target"}, ("step-5-ends", "remainder_meets_target")),
    ],
)
def test_what_is_wrong_in_a_step_is_told_beside_its_cell(changes, error):
    reading = read(with_step(5, **changes))
    assert reading.specification is None
    assert codes(reading) == [error]


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"volume": ""}, ("bag-1-volume", "missing")),
        ({"volume": "3001"}, ("bag-1-volume", "too_large")),
        ({"holds": "remainder"}, ("bag-1-holds", "remainder_last")),
        ({"holds": "everything"}, ("bag-1-holds", "choose")),
        ({"figure": ""}, ("bag-1-figure", "missing")),
        ({"diluent": "milk"}, ("bag-1-diluent", "choose")),
    ],
)
def test_what_is_wrong_in_a_bag_is_told_beside_its_cell(changes, error):
    assert codes(read(with_bag(1, **changes))) == [error]


def test_a_bag_holds_what_was_typed():
    made = read(with_bag(1, holds="amount", figure="7,5", diluent="glucose-5")).specification
    assert made.solutions[0] == Solution(number=1, volume_ml=Fraction(250), amount=Fraction("7.5"), diluent="glucose-5")
    assert read(with_bag(1, holds="concentration", figure="0.02")).specification.solutions[0].concentration == Fraction(
        "0.02"
    )


def test_what_the_source_declared_does_not_hold_for_an_edited_plan():
    base = replace(specification(), declared=frozenset({"logarithmic"}))
    assert read(PLAN, base).specification.declared == frozenset()


TEXTS = st.text(max_size=8) | st.sampled_from(["", "1", "2.5", "0", "80", "rest", "remainder", "1.500", "1e9"])


@given(
    bags=st.lists(st.builds(BagRow, volume=TEXTS, holds=TEXTS, figure=TEXTS, diluent=TEXTS), min_size=1, max_size=3),
    steps=st.lists(
        st.builds(StepRow, bag=TEXTS, rate=TEXTS, minutes=TEXTS, volume=TEXTS, ends=TEXTS), min_size=1, max_size=3
    ),
)
def test_whatever_is_typed_gives_a_specification_or_errors(bags, steps):
    plan = Plan(bags=tuple(bags), steps=tuple(steps))
    reading = read(plan)
    assert (reading.specification is None) == bool(reading.errors)
