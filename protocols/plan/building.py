"""From a specification to the rows of its plan."""

from fractions import Fraction

from desens.numbers.parse import NumberError, parse_number
from desens.numbers.write import plain_text
from protocols.engine import Solution, Specification, Step
from protocols.plan.rows import BagRow, Holds, Plan, StepRow


def plan_of(specification: Specification) -> Plan:
    """The rows of a specification; its bags are numbered by their position."""
    places = {bag.number: str(place) for place, bag in enumerate(specification.solutions, start=1)}
    return Plan(
        bags=tuple(map(_bag, specification.solutions)),
        steps=tuple(_step(step, places[step.solution]) for step in specification.steps),
    )


def figure_text(value: Fraction | None) -> str:
    """A figure as it stands in a cell: digits that read back unmistakably, 12 at most where it goes on for ever."""
    if value is None:
        return ""
    shown = plain_text(value)
    try:
        parse_number(shown)
    except NumberError as error:
        return error.values.get("decimal", shown)
    return shown


def known_figures(*specifications: Specification) -> dict[str, Fraction]:
    """Every figure of the specifications by its text in a cell, so that what nobody typed is read back exactly."""
    figures = [figure for specification in specifications for figure in _figures(specification)]
    return {figure_text(figure): figure for figure in figures}


def holding(bag: Solution) -> tuple[Holds, Fraction | None]:
    """How the contents of a bag are stated, and the figure."""
    if bag.dilution is not None:
        return "dilution", bag.dilution
    if bag.concentration is not None:
        return "concentration", bag.concentration
    if isinstance(bag.amount, str):
        return bag.amount, None
    return "amount", bag.amount


def _bag(bag: Solution) -> BagRow:
    holds, figure = holding(bag)
    volume = figure_text(bag.volume_ml)
    return BagRow(volume=volume, holds=holds, figure=figure_text(figure), diluent=bag.diluent or "")


def _step(step: Step, bag: str) -> StepRow:
    words = isinstance(step.volume_ml, str)
    return StepRow(
        bag=bag,
        rate=figure_text(step.rate_ml_h),
        minutes=figure_text(step.minutes),
        volume="" if isinstance(step.volume_ml, str) else figure_text(step.volume_ml),
        ends=str(step.volume_ml) if words else "",
    )


def _figures(specification: Specification) -> list[Fraction]:
    bags = [figure for bag in specification.solutions for figure in (bag.volume_ml, holding(bag)[1])]
    steps = [figure for step in specification.steps for figure in (step.rate_ml_h, step.minutes, step.volume_ml)]
    return [figure for figure in (*bags, *steps) if isinstance(figure, Fraction)]
