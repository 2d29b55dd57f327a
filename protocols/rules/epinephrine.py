"""Intramuscular epinephrine for anaphylaxis, by weight.

Source: "IM anterolateral thigh, 0.01 mg/kg of 1 mg/mL, max 0.5 mg adult, 0.3 mg child ... repeat every 5-15 min"
(WAO anaphylaxis guidance 2020; Cardona, World Allergy Organ J 2020;13:100472). The sources name no age for "child":
read as below 12 years, a setting of the unit; so is the adult maximum, 0.3 mg in orders of the United States
(UpToDate, Horizon Health). No weight recorded: no dose, the sheet says "weigh".
"""

from dataclasses import dataclass
from fractions import Fraction

SOURCE = "WAO 2020"
MG_PER_KG = Fraction(1, 100)
MG_PER_ML = Fraction(1)
ADULT_MAXIMUM_MG = Fraction(1, 2)
CHILD_MAXIMUM_MG = Fraction(3, 10)
VOLUME_STEP_ML = Fraction(1, 100)
REPEAT_MINUTES = (5, 15)


@dataclass(frozen=True, kw_only=True)
class EpinephrineDose:
    """One intramuscular dose in mg and in mL of 1 mg/mL, with the maximum that applied."""

    dose_mg: Fraction
    volume_ml: Fraction
    maximum_mg: Fraction


@dataclass(frozen=True, kw_only=True)
class CannotCompute:
    """What is missing: "weight", "age" or both."""

    missing: tuple[str, ...]


def intramuscular(
    weight_kg: Fraction | None,
    age_years: int | None,
    child_below_years: int = 12,
    adult_maximum_mg: Fraction = ADULT_MAXIMUM_MG,
) -> EpinephrineDose | CannotCompute:
    """The dose for a weight in kg, its volume rounded half up to 0.01 mL and the dose that volume's.

    Without an age, the dose stands only where the child's and the adult's maximum agree on it.
    Raises ValueError for a weight below 1 kg.
    """
    if weight_kg is None:
        return CannotCompute(missing=("weight",) if age_years is not None else ("weight", "age"))
    if weight_kg < 1:
        raise ValueError("a weight of at least 1 kg")
    by_weight_mg = weight_kg * MG_PER_KG
    if age_years is None and by_weight_mg > CHILD_MAXIMUM_MG:
        return CannotCompute(missing=("age",))
    child = age_years is None or age_years < child_below_years
    maximum_mg = CHILD_MAXIMUM_MG if child else adult_maximum_mg
    return within(maximum_mg, weight_kg)


def within(maximum_mg: Fraction, weight_kg: Fraction) -> EpinephrineDose:
    """The dose for a weight in kg under a maximum in mg."""
    volume_ml = _half_up(min(weight_kg * MG_PER_KG, maximum_mg) / MG_PER_ML, VOLUME_STEP_ML)
    return EpinephrineDose(dose_mg=volume_ml * MG_PER_ML, volume_ml=volume_ml, maximum_mg=maximum_mg)


def _half_up(value: Fraction, step: Fraction) -> Fraction:
    return (value / step + Fraction(1, 2)) // 1 * step
