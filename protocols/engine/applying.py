"""From a published protocol and the prescriber's choices to a specification."""

from dataclasses import replace
from fractions import Fraction

from protocols.engine.generic import generic_template
from protocols.engine.specification import Solution, Specification, Step
from protocols.engine.template import Choices, ProtocolTemplate, TemplateDrug


def apply_template(template: ProtocolTemplate, choices: Choices) -> Specification:
    """The template's bags and steps for another dose, bag volume and final rate.

    Bags of the template's own bag volume take the chosen one; others keep theirs, and all do where they are fixed.
    Rates scale with the final rate, all of them or the last alone (protocols.md 1: two habits exist). A generic
    protocol is built anew, with the first rate and the last bag that are chosen. A chosen diluent is that of all bags.
    """
    specification = _applied(template, choices)
    if choices.diluent is None:
        return specification
    made = tuple(replace(bag, diluent=choices.diluent) for bag in specification.solutions)
    return replace(specification, solutions=made)


def _applied(template: ProtocolTemplate, choices: Choices) -> Specification:
    if template.generic_steps is not None:
        return generic_template(steps=template.generic_steps, choices=choices)
    bag_volume_ml = template.bag_volume_ml if template.fixed_bags else choices.bag_volume_ml
    factor = choices.final_rate_ml_h / template.final_rate_ml_h
    low_factor = factor if choices.rates == "all" else Fraction(1)
    *low_steps, last_step = template.steps
    return Specification(
        drug=choices.drug,
        route="intravenous",
        target_dose=choices.target_dose,
        unit=choices.unit,
        declared=template.declared,
        solutions=tuple(_bag(bag, template.bag_volume_ml, bag_volume_ml) for bag in template.solutions),
        steps=(*(_faster(step, low_factor) for step in low_steps), _faster(last_step, factor)),
        line=choices.line,
        pump=choices.pump,
    )


def published_choices(template: ProtocolTemplate, drug: TemplateDrug) -> Choices:
    """What gives the template as it was published for one of its drugs, without a line and a pump."""
    return Choices(
        drug=drug.name,
        target_dose=drug.target_dose,
        unit=drug.unit,
        final_rate_ml_h=template.final_rate_ml_h,
        bag_volume_ml=template.bag_volume_ml,
    )


def _bag(bag: Solution, published_ml: Fraction, chosen_ml: Fraction) -> Solution:
    return replace(bag, volume_ml=chosen_ml) if bag.volume_ml == published_ml else bag


def _faster(step: Step, factor: Fraction) -> Step:
    """The step at `factor` times its rate: one given by rate and minutes keeps its minutes, else its volume stays."""
    if step.rate_ml_h is None:
        return replace(step, minutes=None if step.minutes is None else step.minutes / factor)
    if step.minutes is not None:
        return replace(step, rate_ml_h=step.rate_ml_h * factor, volume_ml=None)
    return replace(step, rate_ml_h=step.rate_ml_h * factor)
