"""How strong each bag is: as stated, and for a remainder as the target demands."""

from fractions import Fraction

from protocols.engine.finding import Blocker, NothingToCompute
from protocols.engine.infusion import Infusion, target_passed
from protocols.engine.line import ZERO, Concentrations, added, amount_of
from protocols.engine.specification import Specification


def stated_concentrations(specification: Specification) -> Concentrations:
    """The concentration of every solution, per mL, but that of a remainder."""
    last = next(bag for bag in specification.solutions if bag.number == specification.steps[-1].solution)
    full_strength = specification.target_dose / last.volume_ml
    stated = {}
    for bag in specification.solutions:
        if bag.concentration is not None:
            stated[bag.number] = bag.concentration
        elif bag.dilution is not None:
            stated[bag.number] = full_strength / bag.dilution
        elif bag.amount == "full":
            stated[bag.number] = specification.target_dose / bag.volume_ml
        elif isinstance(bag.amount, Fraction):
            stated[bag.number] = bag.amount / bag.volume_ml
    return stated


def with_remainder(specification: Specification, infusion: Infusion) -> Concentrations:
    """All concentrations: that of the remainder is what makes the total the target, exactly."""
    last = specification.solutions[-1]
    if last.amount != "remainder":
        return infusion.concentrations
    reaching = dict(added(plug for passage in infusion.passages for plug in passage.reaching.items()))
    remainder_ml = reaching.pop(last.number, ZERO)
    given = amount_of(reaching, infusion.concentrations)
    if remainder_ml == 0:
        values = (("solution", str(last.number)),)
        raise NothingToCompute((Blocker(code="remainder-undelivered", where=f"solution {last.number}", values=values),))
    if given >= specification.target_dose:
        first_step = [passage.solution for passage in infusion.passages].index(last.number) + 1
        raise NothingToCompute((target_passed(specification, first_step, given),))
    return {**infusion.concentrations, last.number: (specification.target_dose - given) / remainder_ml}
