"""Plans for published protocols, step by step as a pharmacist carries them out."""

from fractions import Fraction
from pathlib import Path

import pytest

from desens.numbers.files import load_file
from protocols.engine import compute, read_specification
from protocols.engine.preparation import Sought, explain_action, plan_preparation
from tests.protocols.engine.preparation.samples import (
    product,
    schedule,
    sources,
    syringe,
    taken,
    volumes,
    workshop,
)

GOLDEN = Path(__file__).parent.parent / "golden"


def published(name):
    return compute(read_specification(load_file(GOLDEN / f"{name}.yaml")))


def bag(plan, number):
    return next(bag for bag in plan.bags if bag.number == number)


def figures(*texts):
    return dict(enumerate(map(Fraction, texts), start=1))


@pytest.fixture(scope="module")
def atezolizumab():
    return plan_preparation(published("atezolizumab-16-step"), product("60", vials=("1200",)), workshop())


def test_atezolizumab_weak_bags_shrink_and_are_diluted_one_from_the_other(atezolizumab):
    assert taken(atezolizumab) == {4: 250, 3: 50, 2: 50, 1: 50}
    assert sources(atezolizumab) == {4: None, 3: None, 2: 3, 1: 2}
    assert volumes(atezolizumab, "add") == figures("5", "5", "0.4", "19.84")
    assert volumes(atezolizumab, "remove") == volumes(atezolizumab, "add")


def test_atezolizumab_bags_hold_what_they_should_within_their_graduations(atezolizumab):
    third = bag(atezolizumab, 3)
    assert (third.volume_ml.stated, third.amount.stated) == (50, 24)
    assert (third.concentration.least, third.concentration.greatest) == (
        Fraction("0.395") * 60 / (Fraction("49.605") + Fraction("0.395")),
        Fraction("0.405") * 60 / (Fraction("49.595") + Fraction("0.405")),
    )
    assert (third.infused_ml, third.moved_ml, third.left_ml) == (Fraction("18.75"), 5, Fraction("26.25"))
    assert all(one.scheduled_concentration in one.concentration for one in atezolizumab.bags)


def test_atezolizumab_vials_and_what_is_left_over(atezolizumab):
    assert atezolizumab.stock_ml == Fraction("20.24")
    assert atezolizumab.vials == (1200, 1200)
    assert atezolizumab.left_in_vials == 2400 - Fraction("1214.4")
    assert [action.vials for action in atezolizumab.actions if action.vials] == [(1,), (1, 2)]


def test_in_bags_of_250_ml_alone_only_the_weakest_is_diluted_from_another():
    plan = plan_preparation(published("atezolizumab-16-step"), product("60"), workshop(stock=(250,)))
    assert sources(plan) == {4: None, 3: None, 2: None, 1: 2}
    assert volumes(plan, "add") == figures("25", "0.2", "2", "19.84")
    assert bag(plan, 2).left_ml == 250 - 25 - Fraction("9.375")


def test_alemtuzumab_one_vial_serves_three_bags_to_the_last_drop():
    schedule = published("alemtuzumab-12-step-as-meant")
    plan = plan_preparation(schedule, product("10", vials=("12",), diluent_greatest_ml="100"), workshop())
    assert (plan.vials, plan.left_in_vials, plan.left_in_bags) == ((12,), 0, 0)
    assert sources(plan) == {3: None, 2: 3, 1: 2}
    assert volumes(plan, "add") == figures("1.11", "7.27", "1.2")
    assert plan.infused_amount.stated == 12
    assert plan.infused_amount.least < 12 < plan.infused_amount.greatest


def test_the_stronger_bag_holds_the_extra_volume():
    """10 mL of the weaker solution take 1 mL of the stronger, which its own steps use up."""
    plan = plan_preparation(schedule(("0.1", 10, 10), ("1", 10, 10)), product("100"), workshop(stock=(20,)))
    strong = bag(plan, 2)
    assert sources(plan) == {2: None, 1: 2}
    assert strong.volume_ml.stated - strong.moved_ml >= 10
    assert strong.volume_ml.stated == 11
    assert strong.left_ml == 0


def test_an_undiluted_solution_replaces_all_of_the_diluent():
    plan = plan_preparation(schedule(("5", 50, 50)), product("5"), workshop(stock=(50,)))
    assert (volumes(plan, "remove"), volumes(plan, "add")) == ({1: 50}, {1: 50})
    assert bag(plan, 1).concentration.greatest == 5
    assert bag(plan, 1).concentration.least < 5


def test_two_solutions_of_one_strength_both_come_from_the_next_stronger():
    two_alike = schedule(("0.01", 50, 5), ("0.01", 50, 5), ("1", 50, 20))
    plan = plan_preparation(two_alike, product("100"), workshop(stock=(50,)))
    assert sources(plan) == {3: None, 2: 3, 1: 3}
    assert bag(plan, 3).moved_ml == 1


def test_a_stated_overfill_is_counted_and_taken_out_where_the_schedule_needs_less():
    plan = plan_preparation(schedule(("1", 250, 250)), product("50"), workshop(stock=(250,), overfill="15"))
    assert volumes(plan, "remove") == {1: 20}
    assert bag(plan, 1).volume_ml.stated == 250
    assert [action.kind for action in plan.actions] == ["take", "remove", "add", "label"]
    larger = plan_preparation(schedule(("1", 250, 260)), product("50"), workshop(stock=(250,), overfill="15"))
    assert bag(larger, 1).volume_ml.stated == 265


def test_an_overfill_that_is_not_stated_is_removed_first():
    plan = plan_preparation(schedule(("1", 250, 250)), product("50"), workshop(stock=(250,), overfill=None))
    assert [action.kind for action in plan.actions] == ["take", "overfill", "remove", "add", "label"]
    assert volumes(plan, "remove") == {1: 5}


def test_without_leave_to_discard_no_bag_grows_beyond_its_need():
    weak = schedule(("0.1", 10, 10))
    grown = plan_preparation(weak, product("10"), workshop(stock=(50,), syringes=[syringe("5", "0.2", "0.4")]))
    assert bag(grown, 1).left_ml == 40
    kept = plan_preparation(weak, product("10"), workshop(stock=(50,), discard_allowed=False))
    assert bag(kept, 1).left_ml == 0


def test_a_label_that_limits_the_diluent_limits_the_choice_of_bags():
    weak = schedule(("0.01", 10, 10))
    assert taken(plan_preparation(weak, product("10", diluent_greatest_ml="100"), workshop())) == {1: 100}


def test_a_removal_that_would_leave_too_little_is_drawn_another_way():
    """10.5 mL out and 10 mL in: 11 mL in the larger syringe alone would leave 99 mL."""
    two = (syringe("50", "1", "1"), syringe("4", "0.5", "0.5"))
    plan = plan_preparation(
        schedule(("1", "99.5", "99.5")),
        product("9.95"),
        workshop(stock=(100,), syringes=two, discard_allowed=False, sought=Sought(rounding=Fraction(1))),
    )
    assert (volumes(plan, "remove"), volumes(plan, "add")) == ({1: Fraction("10.5")}, {1: 10})
    assert bag(plan, 1).volume_ml.stated == Fraction("99.5")


def test_every_action_in_a_sentence(atezolizumab):
    sentences = [explain_action(atezolizumab, action).replace("\u00a0", " ") for action in atezolizumab.actions]
    assert sentences[:4] == [
        "Take a bag of 250 mL of saline.",
        "Remove 19.84 mL (± 0.505 mL) of diluent: 19 mL in the syringe of 20 mL, graduated to 1 mL; "
        "0.84 mL in the syringe of 1 mL, graduated to 0.01 mL.",
        "Withdraw 19.84 mL (± 0.505 mL) from vial 1 and add it: 19 mL in the syringe of 20 mL, graduated to 1 mL; "
        "0.84 mL in the syringe of 1 mL, graduated to 0.01 mL.",
        "Mix and label: solution 4, 250 mL, 4.762 mg/mL (4.64 mg/mL to 4.883 mg/mL).",
    ]
    assert sentences[-2] == (
        "Withdraw 5 mL (± 0.1 mL) from the bag of solution 2 and add it: "
        "5 mL in the syringe of 5 mL, graduated to 0.2 mL."
    )


def test_the_other_sentences():
    plan = plan_preparation(schedule(("1", 250, 250)), product("2"), workshop(stock=(250,), overfill=None))
    assert [explain_action(plan, action).replace("\u00a0", " ") for action in plan.actions[1:4]] == [
        "Remove the overfill, so that the bag holds 250 mL.",
        "Remove 125 mL (± 1.5 mL) of diluent: 2 x 42 mL in the syringe of 50 mL, graduated to 1 mL; "
        "41 mL in the syringe of 50 mL, graduated to 1 mL.",
        "Withdraw 125 mL (± 1.5 mL) of the product and add it: 2 x 42 mL in the syringe of 50 mL, graduated to 1 mL; "
        "41 mL in the syringe of 50 mL, graduated to 1 mL.",
    ]
    stated = plan_preparation(schedule(("1", 250, 250)), product("50"), workshop(stock=(250,), overfill="15"))
    assert explain_action(stated, stated.actions[0]).replace("\u00a0", " ") == (
        "Take a bag of 250 mL of saline; with its overfill it holds 265 mL."
    )
