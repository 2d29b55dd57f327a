"""One formula for every size, last bag and habit of rates: a specification for a drug and a dose."""

from fractions import Fraction

from desens.numbers.fields import ContentError
from protocols.engine.generic.family import (
    FIRST_RATES_ML_H,
    PUBLISHED_FINAL_ML_H,
    SIZES,
    diluted_bags,
    low_steps,
)
from protocols.engine.specification import AmountWord, Solution, Specification, Step, VolumeWord
from protocols.engine.template import Choices, LastBag

#: What the last bag holds, and where its last step ends, in the three published ways.
_WAYS: dict[LastBag, tuple[AmountWord, VolumeWord]] = {
    "corrected": ("remainder", "rest"),
    "truncated": ("full", "to_target"),
    "none": ("full", "rest"),
}


def generic_template(*, steps: int, choices: Choices) -> Specification:
    """The protocol of 4, 8, 12, 16 or 20 steps for what is chosen (README.md).

    With the last bag "none" more than the target is given (12 steps: 1.00787 of it), and `compute` finds the blocker
    `target-exceeded`. ContentError for another number of steps or another first rate.
    """
    if steps not in SIZES:
        raise ContentError(key="steps", expected=f"one of {', '.join(map(str, SIZES))}, not {steps}")
    if choices.first_rate_ml_h not in FIRST_RATES_ML_H:
        raise ContentError(key="first_rate_ml_h", expected="2 or 2.5")
    amount, ending = _WAYS[choices.last_bag]
    bags = SIZES[steps]
    factor = choices.final_rate_ml_h / PUBLISHED_FINAL_ML_H if choices.rates == "all" else Fraction(1)
    return Specification(
        drug=choices.drug,
        route="intravenous",
        target_dose=choices.target_dose,
        unit=choices.unit,
        solutions=(
            *diluted_bags(steps, choices.bag_volume_ml),
            Solution(number=bags, volume_ml=choices.bag_volume_ml, amount=amount),
        ),
        steps=(
            *low_steps(steps, first_rate_ml_h=choices.first_rate_ml_h, factor=factor),
            Step(solution=bags, rate_ml_h=choices.final_rate_ml_h, volume_ml=ending),
        ),
        line=choices.line,
        pump=choices.pump,
    )
