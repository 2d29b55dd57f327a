"""Reading the bags and steps of an infused library protocol, or the size of a generic one."""

from fractions import Fraction
from typing import Any

from desens.numbers.fields import Fields
from desens.numbers.quantity import AMOUNT_UNITS
from protocols.engine.entries import check_together, read_solutions, read_steps
from protocols.engine.generic import SIZES, generic_template
from protocols.engine.specification import DECLARATIONS, Step
from protocols.engine.template import Choices, TemplateDrug

INFUSED_REQUIRED = ("drugs", "final_rate_ml_h", "bag_volume_ml")
INFUSED_OPTIONAL = ("solutions", "steps", "generic", "any_drug", "fixed_bags", "declared")


def read_infused(fields: Fields) -> dict[str, Any]:
    """What a ProtocolTemplate holds beside its head."""
    drugs = tuple(_drug(entry, n) for n, entry in enumerate(fields.entries("drugs", most=50), start=1))
    parts = {
        "drugs": drugs,
        "any_drug": fields.flag("any_drug", default=False),
        "final_rate_ml_h": fields.figure("final_rate_ml_h"),
        "bag_volume_ml": fields.figure("bag_volume_ml"),
        "fixed_bags": fields.flag("fixed_bags", default=False),
        "declared": fields.words("declared", DECLARATIONS),
    }
    stated = _generic(fields, drugs[0]) if "generic" in fields else _stated(fields)
    return parts | stated


def final_rate(step: Step) -> Fraction | None:
    """The rate of a step in mL/h, stated or from its volume and minutes."""
    if step.rate_ml_h is None and isinstance(step.volume_ml, Fraction) and step.minutes is not None:
        return step.volume_ml * 60 / step.minutes
    return step.rate_ml_h


def _stated(fields: Fields) -> dict[str, Any]:
    for key in ("solutions", "steps"):
        if key not in fields:
            raise fields.error(key, "a list, but the key is missing (or specification, generic or incomplete)")
    solutions = read_solutions(fields, volume_ml=fields.figure("bag_volume_ml"))
    steps = read_steps(fields)
    check_together(solutions, steps)
    if final_rate(steps[-1]) != fields.figure("final_rate_ml_h"):
        raise fields.error("final_rate_ml_h", "the rate of the last step")
    return {"solutions": solutions, "steps": steps, "generic_steps": None}


def _generic(fields: Fields, drug: TemplateDrug) -> dict[str, Any]:
    for key in ("solutions", "steps"):
        if key in fields:
            raise fields.error(key, "no such key beside generic, which makes the bags and steps")
    size = fields.whole("generic")
    if size not in SIZES:
        raise fields.error("generic", f"one of {', '.join(map(str, SIZES))}, not {size}")
    usual = Choices(
        drug=drug.name,
        target_dose=drug.target_dose,
        unit=drug.unit,
        final_rate_ml_h=fields.figure("final_rate_ml_h"),
        bag_volume_ml=fields.figure("bag_volume_ml"),
    )
    built = generic_template(steps=size, choices=usual)
    return {"solutions": built.solutions, "steps": built.steps, "generic_steps": size}


def _drug(data: object, position: int) -> TemplateDrug:
    where = f"drugs entry {position}"
    fields = Fields(data, where=where, required=("name", "target_dose", "unit"), optional=("per",))
    return TemplateDrug(
        name=fields.text("name"),
        target_dose=fields.figure("target_dose"),
        unit=fields.choice("unit", tuple(AMOUNT_UNITS)),
        per=fields.choice("per", ("m2", "kg")) if "per" in fields else "",
    )
