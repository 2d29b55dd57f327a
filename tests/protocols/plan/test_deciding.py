"""Which plan the editor shows: edits stay until somebody says that they go."""

from dataclasses import replace
from fractions import Fraction

from protocols.plan.building import plan_of
from protocols.plan.deciding import STORED, decided, undecided
from protocols.plan.posting import posted
from tests.protocols.plan.plans import key, sent, specification

FRESH = specification()
PLAN = plan_of(FRESH)


def edited(**cells):
    """The plan with its third step at 4 mL/h."""
    steps = (*PLAN.steps[:2], replace(PLAN.steps[2], rate="4"), *PLAN.steps[3:])
    return replace(PLAN, steps=steps)


def state(given, fresh=FRESH, **changes):
    return decided(given, fresh=fresh, choices_key=key(**changes))


def test_without_rows_the_plan_is_what_the_choices_give():
    first = state(posted({}))
    assert (first.plan, first.specification) == (PLAN, FRESH)
    assert not first.edited
    assert state(sent(PLAN)) == first


def test_an_edited_step_is_an_edited_plan_and_the_same_figure_written_otherwise_is_not():
    changed = state(sent(edited()))
    assert changed.edited
    assert changed.specification.steps[2].rate_ml_h == 4
    typed = replace(PLAN, steps=(replace(PLAN.steps[0], rate=f"{PLAN.steps[0].rate}.0"), *PLAN.steps[1:]))
    same = state(sent(typed))
    assert same.plan == typed
    assert not same.edited
    assert same.specification == FRESH


def test_other_choices_rebuild_a_plan_that_nobody_edited():
    other = specification(target_dose=500)
    rebuilt = state(sent(PLAN), other, target_dose=500)
    assert rebuilt.specification == other
    assert not rebuilt.asks
    assert rebuilt.built_from == key(target_dose=500)


def test_other_choices_ask_before_they_throw_edits_away():
    other, fewer = specification(target_dose=500), specification(8, target_dose=500)
    for fresh in (other, fewer):
        asked = state(sent(edited()), fresh, target_dose=500)
        assert asked.asks
        assert asked.plan == edited()
        assert asked.specification.target_dose == 500
        assert asked.built_from == key()
        again = sent(asked.plan, built_from=asked.built_from)
        assert state(again, fresh, target_dose=500).asks
        assert not state(again).asks


def test_kept_edits_hold_for_the_new_choices():
    other = specification(target_dose=500)
    kept = state(sent(edited(), action="keep"), other, target_dose=500)
    assert (kept.plan, kept.asks, kept.edited) == (edited(), False, True)
    after = sent(kept.plan, built=plan_of(other), built_from=kept.built_from)
    assert not state(after, other, target_dose=500).asks


def test_built_anew_the_edits_are_gone():
    fewer = specification(8)
    anew = state(sent(edited(), action="anew"), fewer, target_dose=500)
    assert (anew.specification, anew.edited, anew.asks) == (fewer, False, False)


def test_a_button_inserts_and_removes_rows_also_while_it_asks():
    longer = state(sent(PLAN, action="insert-step-3"))
    assert len(longer.plan.steps) == 13
    assert longer.edited
    assert state(sent(longer.plan, action="remove-step-4")).plan == PLAN
    asked = state(sent(longer.plan, action="remove-step-1"), specification(8), target_dose=500)
    assert asked.asks
    assert len(asked.plan.steps) == 12
    for action in ("insert-step-999", "remove-step-x", "insert-moon-1", "insert-step--1"):
        assert state(sent(PLAN, action=action)).plan == PLAN


def test_a_stored_plan_goes_on_and_what_cannot_be_built_keeps_its_rows():
    stored = sent(edited(), built_from=STORED)
    assert not state(stored).asks
    assert undecided(sent(edited())).plan == edited()
    assert undecided(posted({})) is None


def test_a_figure_is_turned_when_a_bag_is_stated_another_way():
    bags = (replace(PLAN.bags[0], holds="amount"), *PLAN.bags[1:])
    was = " ".join((PLAN.bags[0].holds, PLAN.bags[0].figure))
    turned = state(sent(replace(PLAN, bags=bags), **{"bag-1-was": was}))
    assert PLAN.bags[0].holds == "dilution"
    assert turned.plan.bags[0].figure == "10"
    assert turned.specification.solutions[0].amount == Fraction(10)
    bags = (replace(PLAN.bags[0], holds="amount", figure="12"), *PLAN.bags[1:])
    typed = state(sent(replace(PLAN, bags=bags), **{"bag-1-was": was}))
    assert typed.specification.solutions[0].amount == 12
    words = (replace(PLAN.bags[0], holds="full"), *PLAN.bags[1:])
    assert state(sent(replace(PLAN, bags=words), **{"bag-1-was": was})).plan.bags[0].figure == ""


def test_where_nothing_can_be_computed_the_turned_figure_has_to_be_typed():
    steps = (replace(PLAN.steps[0], rate=""), *PLAN.steps[1:])
    bags = (replace(PLAN.bags[0], holds="amount"), *PLAN.bags[1:])
    was = {"bag-1-was": f"{PLAN.bags[0].holds} {PLAN.bags[0].figure}"}
    state_now = state(sent(replace(PLAN, bags=bags, steps=steps), **was))
    assert state_now.plan.bags[0].figure == ""
    assert [error.cell for error in state_now.errors] == ["bag-1-figure", "step-1-rate"]
