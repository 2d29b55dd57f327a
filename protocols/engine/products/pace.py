"""How fast a step runs, in the units in which labels limit it."""

from fractions import Fraction

from protocols.engine.products.limits import Limit
from protocols.engine.products.units import InUnit, converted
from protocols.engine.schedule import Schedule, ScheduledStep

MINUTES = {"h": Fraction(60), "min": Fraction(1)}


def most_drug(schedule: Schedule) -> ScheduledStep:
    """The step in which the pump pushes the most drug a minute; the first of equals."""
    concentrations = {bag.number: bag.concentration for bag in schedule.solutions}
    return max(schedule.steps, key=lambda step: step.rate_ml_h * concentrations[step.solution])


def most_volume(schedule: Schedule) -> ScheduledStep:
    """The step of the highest pump rate; the first of equals."""
    return max(schedule.steps, key=lambda step: step.rate_ml_h)


def per_minute(schedule: Schedule, step: ScheduledStep) -> Fraction:
    """What the pump pushes in a minute, in the schedule's unit: rate x concentration of the step's bag / 60."""
    bag = next(bag for bag in schedule.solutions if bag.number == step.solution)
    return step.rate_ml_h * bag.concentration / 60


def needs_weight(limit: Limit) -> bool:
    """Whether the limit is per kg of body weight."""
    return "/kg/" in limit.unit


def rate_of(step: ScheduledStep, schedule: Schedule, weight_kg: Fraction | None) -> InUnit:
    """The step's rate in a limit's unit, such as mL/h, mg/min or mg/kg/h; None without the weight it needs."""
    drug, volume_ml = per_minute(schedule, step), step.rate_ml_h / 60

    def in_unit(unit: str) -> Fraction | None:
        what, *per_kg, time = unit.split("/")
        kilograms = weight_kg if per_kg else Fraction(1)
        rate = volume_ml if what == "mL" else converted(drug, schedule.unit, what)
        return None if rate is None or kilograms is None else rate * MINUTES[time] / kilograms

    return in_unit
