"""An infused specification as the content of a template and of a file (contracts.md 1): figures exact, no patient."""

from fractions import Fraction
from typing import Any

from desens.numbers.write import exact_text
from protocols.engine import ContentError, Solution, Specification, Step
from protocols.engine.template_infused import final_rate

_MEASURES = ("volume_ml", "amount", "concentration", "dilution", "diluent")
_GIVEN = ("rate_ml_h", "minutes", "volume_ml")


def infused_content(specification: Specification) -> dict[str, Any]:
    """The bags and steps as a template has them; line and pump are chosen for each patient and left out.

    ContentError where a figure does not end as a decimal, or the last step's rate cannot be known.
    """
    last = len(specification.steps)
    rate = final_rate(specification.steps[-1])
    if rate is None:
        raise ContentError(key=f"steps entry {last}, rate_ml_h", expected="the rate of the last step in mL/h")
    of_last = next(bag for bag in specification.solutions if bag.number == specification.steps[-1].solution)
    dose = _text(specification.target_dose, "target_dose")
    content: dict[str, Any] = {
        "drugs": [{"name": specification.drug, "target_dose": dose, "unit": specification.unit}],
        "final_rate_ml_h": _text(rate, f"steps entry {last}, rate_ml_h"),
        "bag_volume_ml": _text(of_last.volume_ml, "bag_volume_ml"),
    }
    return content | _bags_and_steps(specification)


def specification_content(specification: Specification) -> dict[str, Any]:
    """The whole as a file of contracts.md 1, without line and pump."""
    content: dict[str, Any] = {
        "drug": specification.drug,
        "route": specification.route,
        "target_dose": _text(specification.target_dose, "target_dose"),
        "unit": specification.unit,
    }
    return content | _bags_and_steps(specification)


def _bags_and_steps(specification: Specification) -> dict[str, Any]:
    bags = enumerate(specification.solutions, start=1)
    steps = enumerate(specification.steps, start=1)
    content: dict[str, Any] = {
        "solutions": [_bag(bag, f"solutions entry {position}") for position, bag in bags],
        "steps": [_step(step, f"steps entry {position}") for position, step in steps],
    }
    return content | ({"declared": sorted(specification.declared)} if specification.declared else {})


def _bag(bag: Solution, where: str) -> dict[str, str]:
    return {"number": str(bag.number)} | _stated(bag, _MEASURES, where)


def _step(step: Step, where: str) -> dict[str, str]:
    return {"solution": str(step.solution)} | _stated(step, _GIVEN, where)


def _stated(part: Solution | Step, names: tuple[str, ...], where: str) -> dict[str, str]:
    values = {name: getattr(part, name) for name in names}
    return {name: _text(value, f"{where}, {name}") for name, value in values.items() if value is not None}


def _text(value: Fraction | str, key: str) -> str:
    text = value if isinstance(value, str) else exact_text(value)
    if "/" in text:
        raise ContentError(key=key, expected=f"a figure that ends as a decimal; {text} goes on for ever")
    return text
