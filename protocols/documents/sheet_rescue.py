"""The emergency box (clinical.md 7.0, 7.3 and 7.5)."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from protocols.rules.epinephrine import MG_PER_ML, REPEAT_MINUTES, CannotCompute, EpinephrineDose
from protocols.rules.glucagon import Glucagon, rate_text


@dataclass(frozen=True, kw_only=True)
class RescueWords:
    """Either a dose with its volume, or what must be asked first and a blank: never a guessed figure."""

    drug: str
    how: str
    dose: Quantity | None = None
    equals: str = ""
    asks: tuple[str, ...] = ()


def rescue_words(rescue: EpinephrineDose | CannotCompute) -> RescueWords:
    """The rule's dose in words, or what to measure before there is one."""
    drug = _("epinephrine IM")
    how = _("Anterolateral thigh; repeat every %(least)s to %(most)s min. Then oxygen and fluids.") % {
        "least": REPEAT_MINUTES[0],
        "most": REPEAT_MINUTES[1],
    }
    if isinstance(rescue, CannotCompute):
        return RescueWords(drug=drug, how=how, asks=tuple(_ask(what) for what in rescue.missing))
    return RescueWords(drug=drug, how=how, dose=Quantity.of(rescue.dose_mg, "mg"), equals=_equals(rescue))


def glucagon_words(order: Glucagon | None) -> str:
    """The bolus and the infusion after it, "" where none is ordered."""
    return " ".join(glucagon_parts(order).values())


def glucagon_parts(order: Glucagon | None) -> dict[str, str]:
    """The `bolus`, and the `rate` of the infusion after it, which stands on one line; nothing where none is ordered."""
    if order is None:
        return {}
    bolus = _("%(least)s to %(most)s IV over %(time)s, then") % {
        "least": Quantity.of(order.bolus_least_mg, "mg").number,
        "most": Quantity.of(order.bolus_most_mg, "mg"),
        "time": Quantity.of(order.bolus_minutes, "min"),
    }
    return {"bolus": bolus, "rate": rate_text(order)}


def _equals(rescue: EpinephrineDose) -> str:
    volume, strength = Quantity.of(rescue.volume_ml, "mL"), Quantity.of(MG_PER_ML, "mg/mL")
    return _("= %(volume)s of %(strength)s") % {"volume": volume, "strength": strength}


def _ask(what: str) -> str:
    return {"weight": _("weigh (kg):"), "age": _("age (years):")}[what]
