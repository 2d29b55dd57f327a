"""Body surface in m2 from cm and kg."""

from decimal import Decimal
from fractions import Fraction

from desens.numbers.quantity import Quantity
from protocols.engine.dosing.basis import Formula
from protocols.engine.dosing.roots import power, square_root
from protocols.engine.dosing.sources import DUBOIS, FULL_SURFACE, MOSTELLER
from protocols.engine.dosing.worked import Worked

M2 = "m\u00b2"
_DUBOIS_FACTOR = Fraction(7184, 1_000_000)
_DUBOIS_HEIGHT, _DUBOIS_WEIGHT = Decimal("0.725"), Decimal("0.425")


def mosteller_m2(*, height_cm: Fraction, weight_kg: Fraction) -> Fraction:
    """The square root of cm x kg / 3600 (clinical.md 8)."""
    return square_root(height_cm * weight_kg) / 60


def dubois_m2(*, height_cm: Fraction, weight_kg: Fraction) -> Fraction:
    """0.007184 x cm^0.725 x kg^0.425 (clinical.md 8)."""
    return _DUBOIS_FACTOR * power(height_cm, _DUBOIS_HEIGHT) * power(weight_kg, _DUBOIS_WEIGHT)


_FORMULAE = {"mosteller": (mosteller_m2, MOSTELLER), "dubois": (dubois_m2, DUBOIS)}


def worked_surface(
    *, height_cm: Fraction, weight_kg: Fraction, formula: Formula, most_m2: Fraction | None = None
) -> Worked:
    """The body surface by one of the two formulae; above `most_m2` that, with a caution."""
    compute, source = _FORMULAE[formula]
    surface = compute(height_cm=height_cm, weight_kg=weight_kg)
    shown = Quantity.of(surface, M2)
    given = {"height": Quantity.of(height_cm, "cm"), "weight": Quantity.of(weight_kg, "kg")}
    worked = Worked(value=surface).then(surface, formula, source, **given, surface=shown)
    if most_m2 is None or surface <= most_m2:
        return worked
    most = Quantity.of(most_m2, M2)
    capped = worked.then(most_m2, "surface-capped", FULL_SURFACE, surface=shown, most=most)
    return capped.warned("surface-limited", surface=shown, most=most)
