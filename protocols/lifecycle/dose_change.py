"""Whether the order that gave a version's dose gives another dose today: of one version, or of many at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from json import loads

from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from desens.unit.definitions.schedules import WEIGHT_CHANGE_PERCENT
from desens.unit.selectors import current
from protocols.dose_figures_many import OfPatient, figures_of_many
from protocols.dose_order import DoseOrder, dose_today, order_from_stored
from protocols.engine.dosing import PatientFigures

#: The same order with the same figures gives the same dose, and lists ask for thousands again and again.
_today = lru_cache(maxsize=20_000)(dose_today)


@dataclass(frozen=True, kw_only=True)
class OrderOf:
    """The stored order of a version (protocols.models.ComputedDose) and whom it is for."""

    version: int
    order: str
    patient: OfPatient


def dose_change(order: DoseOrder, figures: PatientFigures, *, limit: Fraction) -> str:
    """In words, where the order gives more than `limit` percent more or less with these figures; "" where it stands."""
    today = _today(order, figures)
    then = Quantity.of(order.unrounded, order.unit)
    if today is None:
        return _("its dose of %(then)s cannot be computed from what is recorded today.") % {"then": then}
    if abs(today - order.unrounded) / order.unrounded * 100 <= limit:
        return ""
    said = {"then": then, "today": Quantity.of(today, order.unit), "limit": Quantity.of(limit, "percent")}
    return _("the order gave %(then)s and gives %(today)s today: more than %(limit)s apart.") % said


def dose_changes(rows: Iterable[OrderOf], *, on: date) -> Mapping[int, str]:
    """Why, by the version's key, for those whose dose changed. Four queries where there is an order, else none."""
    orders = list(rows)
    if not orders:
        return {}
    figures = figures_of_many([row.patient for row in orders], on=on)
    limit = Fraction(current()[WEIGHT_CHANGE_PERCENT])
    found = {row.version: dose_change(_read(row.order), figures[row.patient.pk], limit=limit) for row in orders}
    return {version: why for version, why in found.items() if why}


@lru_cache(maxsize=20_000)
def _read(text: str) -> DoseOrder:
    """A stored order is never changed and what is read from it is frozen: read once, it stays read."""
    return order_from_stored(loads(text))
