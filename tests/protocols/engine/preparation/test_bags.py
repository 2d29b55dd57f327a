"""What is poured where: extra volume, overfill, limits, removals."""

from fractions import Fraction

from protocols.engine.preparation import Sought, plan_preparation
from tests.protocols.engine.preparation.looking import bag, sources, taken, volumes
from tests.protocols.engine.preparation.samples import product, syringe, workshop
from tests.protocols.engine.preparation.schedules import schedule


def test_the_stronger_bag_holds_the_extra_volume():
    """10 mL of the weaker solution take 1 mL of the stronger, which its own steps use up."""
    plan = plan_preparation(schedule(("0.1", 10, 10), ("1", 10, 10)), product("100"), workshop(stock=(20,)))
    strong = bag(plan, 2)
    assert sources(plan) == {2: None, 1: 2}
    assert strong.volume_ml.stated - strong.moved_ml >= 10
    assert strong.volume_ml.stated == 11
    assert strong.left_ml == 0


def test_the_scheduled_volume_does_as_long_as_it_holds_both():
    weak = ("0.1", 10, 10)
    enough = plan_preparation(schedule(weak, ("1", 50, 49)), product("100"), workshop(stock=(60,)))
    assert (bag(enough, 2).volume_ml.stated, bag(enough, 2).left_ml) == (50, 0)
    short = schedule(weak, ("1", 50, "49.5"))
    without_waste = plan_preparation(short, product("100"), workshop(stock=(60,), discard_allowed=False))
    assert (bag(without_waste, 2).volume_ml.stated, bag(without_waste, 2).left_ml) == (51, Fraction("0.5"))


def test_volumes_are_kept_where_sheet_and_label_must_say_the_same():
    """A tenth of the bag is used: 50 mL would waste less, and 250 mL are prescribed."""
    asked = schedule(("0.1", 250, 25), ("1", 250, 250))
    least = plan_preparation(asked, product("10"), workshop(stock=(50, 250)))
    kept = plan_preparation(asked, product("10"), workshop(stock=(50, 250), volumes_kept=True))
    assert (bag(least, 1).volume_ml.stated, bag(kept, 1).volume_ml.stated) == (50, 250)
    assert least.stock_ml < kept.stock_ml
    assert bag(kept, 1).concentration.stated == bag(least, 1).concentration.stated


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
    """10.5 mL out and 10 mL in: 11 mL in the larger syringe alone would leave 99 mL of the 98.5 and 1 needed."""
    two = (syringe("50", "1", "1"), syringe("4", "0.5", "0.5"))
    plan = plan_preparation(
        schedule(("0.1", 10, 10), ("1", "98.5", "98.5")),
        product("9.95"),
        workshop(
            stock=(100,), syringes=two, discard_allowed=False, sought=Sought(error=Fraction(1), rounding=Fraction(1))
        ),
    )
    assert (volumes(plan, "remove")[2], volumes(plan, "add")[2]) == (Fraction("10.5"), 10)
    assert (bag(plan, 2).volume_ml.stated, bag(plan, 2).left_ml) == (Fraction("99.5"), 0)
