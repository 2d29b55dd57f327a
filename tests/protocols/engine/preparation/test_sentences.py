"""Every action in a plain sentence."""

from protocols.engine.preparation import explain_action, plan_preparation
from tests.protocols.engine.preparation.samples import product, workshop
from tests.protocols.engine.preparation.schedules import published, schedule


def test_every_action_in_a_sentence():
    atezolizumab = plan_preparation(published("atezolizumab-16-step"), product("60", vials=("1200",)), workshop())
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
