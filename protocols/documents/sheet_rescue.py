"""The emergency box (clinical.md 7.0, 7.3 and 7.5)."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from protocols.rules.epinephrine import CannotCompute, EpinephrineDose


@dataclass(frozen=True, kw_only=True)
class RescueWords:
    """Either a dose with its volume, or what must be asked first and a blank: never a guessed figure."""

    drug: str
    dose: Quantity | None
    equals: str
    asks: tuple[str, ...]
    dose_blank: str
    how: str


def rescue_words(rescue: EpinephrineDose | CannotCompute) -> RescueWords:
    known = not isinstance(rescue, CannotCompute)
    return RescueWords(
        drug=_("epinephrine IM"),
        dose=Quantity.of(rescue.dose_mg, "mg") if known else None,
        equals=_equals(rescue) if known else "",
        asks=() if known else tuple(_ask(what) for what in rescue.missing),
        dose_blank=_("dose (mg):"),
        how=_("Anterolateral thigh; repeat every 5 to 15 min. Then oxygen and fluids."),
    )


def _equals(rescue: EpinephrineDose) -> str:
    volume, strength = Quantity.of(rescue.volume_ml, "mL"), Quantity.of(1, "mg/mL")
    return _("= %(volume)s of %(strength)s") % {"volume": volume, "strength": strength}


def _ask(what: str) -> str:
    return {"weight": _("weigh (kg):"), "age": _("age (years):")}[what]
