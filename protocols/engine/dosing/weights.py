"""The body weight that goes into Cockcroft-Gault: actual, ideal or adjusted, in kg."""

from fractions import Fraction

from desens.numbers.quantity import Quantity
from protocols.engine.dosing.basis import Weight
from protocols.engine.dosing.figures import Sex
from protocols.engine.dosing.sources import DEVINE, NCCN
from protocols.engine.dosing.worked import Worked

#: Devine: from 60 inches of 2.54 cm.
LEAST_IDEAL_CM = Fraction(1524, 10)
#: NCCN: adjusted from this body mass index, in kg/m2.
ADJUSTED_FROM = Fraction(25)
KG_PER_M2 = "kg/m\u00b2"
_CM_PER_INCH = Fraction(254, 100)
_IDEAL_AT_60_INCHES: dict[Sex, Fraction] = {"female": Fraction(91, 2), "male": Fraction(50)}
_IDEAL_PER_INCH = Fraction(23, 10)
_ADJUSTING = Fraction(4, 10)


def body_mass_index(*, weight_kg: Fraction, height_cm: Fraction) -> Fraction:
    """kg over the square of the height in m."""
    return weight_kg / (height_cm / 100) ** 2


def ideal_kg(*, height_cm: Fraction, sex: Sex) -> Fraction:
    """Devine: 45.5 (female) or 50 (male) + 2.3 for each inch above 60; stated from 152.4 cm on only."""
    return _IDEAL_AT_60_INCHES[sex] + _IDEAL_PER_INCH * (height_cm / _CM_PER_INCH - 60)


def adjusted_kg(*, ideal: Fraction, actual: Fraction) -> Fraction:
    """NCCN: ideal + 0.4 x (actual - ideal)."""
    return ideal + _ADJUSTING * (actual - ideal)


def needs_ideal(*, weight: Weight, weight_kg: Fraction, height_cm: Fraction) -> bool:
    """Whether this choice of weight asks for the ideal weight in this patient."""
    if weight == "adjusted-from-25":
        return body_mass_index(weight_kg=weight_kg, height_cm=height_cm) >= ADJUSTED_FROM
    return weight != "actual"


def worked_weight(*, weight: Weight, weight_kg: Fraction, height_cm: Fraction, sex: Sex) -> Worked:
    """The chosen weight, with a caution where it is above the actual one; not for "actual"."""
    worked = _worked_weight(weight=weight, weight_kg=weight_kg, height_cm=height_cm, sex=sex)
    if worked.value <= weight_kg:
        return worked
    used, actual = Quantity.of(worked.value, "kg"), Quantity.of(weight_kg, "kg")
    return worked.warned("weight-above-actual", used=used, weight=actual)


def _worked_weight(*, weight: Weight, weight_kg: Fraction, height_cm: Fraction, sex: Sex) -> Worked:
    start = Worked(value=weight_kg)
    actual, height = Quantity.of(weight_kg, "kg"), Quantity.of(height_cm, "cm")
    if weight == "adjusted-from-25":
        index = body_mass_index(weight_kg=weight_kg, height_cm=height_cm)
        code = "adjusted-from-25" if index >= ADJUSTED_FROM else "actual-below-25"
        start = start.then(weight_kg, code, NCCN, weight=actual, height=height, index=Quantity.of(index, KG_PER_M2))
        if index < ADJUSTED_FROM:
            return start
    ideal = ideal_kg(height_cm=height_cm, sex=sex)
    shown = Quantity.of(ideal, "kg")
    worked = start.then(ideal, f"ideal-weight-{sex}", DEVINE, height=height, ideal=shown)
    if weight == "ideal":
        return worked
    adjusted = adjusted_kg(ideal=ideal, actual=weight_kg)
    values = {"weight": actual, "ideal": shown, "adjusted": Quantity.of(adjusted, "kg")}
    return worked.then(adjusted, "adjusted-weight", NCCN, **values)
