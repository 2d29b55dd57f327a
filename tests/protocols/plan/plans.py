"""Plans for the tests: the 12-step generic protocol, and what a form posts of a plan."""

from fractions import Fraction

from protocols.engine import Choices, Line, generic_template
from protocols.plan.building import known_figures, plan_of
from protocols.plan.keys import choices_key
from protocols.plan.posting import BUILT, FROM, carried, posted
from protocols.plan.reading import read_plan
from protocols.plan.rows import digest
from protocols.plan.turning import held

LINE = Line(dead_volume_ml=Fraction(0), primed_with="solution")


def choices(**changes):
    """1,000 mg in bags of 250 mL, at 80 mL/h in the end."""
    usual = {"drug": "carboplatin", "target_dose": 1000, "final_rate_ml_h": 80, "bag_volume_ml": 250} | changes
    figures = {name: value if name == "drug" else Fraction(value) for name, value in usual.items()}
    return Choices(unit="mg", line=LINE, **figures)


def specification(steps=12, **changes):
    """What the generic protocol gives for them."""
    return generic_template(steps=steps, choices=choices(**changes))


def key(**changes):
    return choices_key(choices(**changes), template="generic-12-step 1")


def read(plan, base=None):
    """The reading of a plan against the specification that it was built from."""
    base = base or specification()
    return read_plan(plan, base=base, known=known_figures(base))


def codes(reading):
    """(cell, code) of every error."""
    return [(error.cell, error.code) for error in reading.errors]


def sent(plan, *, built=None, built_from="", action="", **cells):
    """What the form of a plan posts; `built` is the plan that the choices gave."""
    was = {f"bag-{n}-was": held(bag) for n, bag in enumerate(plan.bags, start=1)}
    hidden = {FROM: built_from or key(), BUILT: digest(built or plan_of(specification())), "action": action}
    return posted(carried(plan) | was | hidden | cells)
