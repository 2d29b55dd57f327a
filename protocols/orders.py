"""What is ordered beside the schedule: all of it is stored with the version and printed from there."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from desens.numbers.write import exact_text, read_exact
from protocols.engine import Premedication
from protocols.rules.epinephrine import CannotCompute, EpinephrineDose
from protocols.rules.glucagon import Glucagon
from protocols.rules.premedication_row import PremedicationRow
from protocols.rules.rescue_medicines import RescueMedicine

Rescue = EpinephrineDose | CannotCompute
#: Keys that came later: left out where nothing is stated, so that what was stored stays the same text.
_LATER_IN_ROWS = ("moment", "reason", "source")
_WORDS = ("rate_unit", "source", "because")


@dataclass(frozen=True, kw_only=True)
class Orders:
    """Texts are as the sheet prints them; "" is "not recorded".

    `premedication_set` names what the rows were taken from: "template", "none" or "set:" with a set of the unit.
    `rescues` lie ready beside epinephrine. Versions saved before these were ordered hold none of the last four.
    """

    intended_on: date | None
    place: str
    telephone: str
    filter_text: str
    fluids: str
    monitoring: str
    observation: str
    stop_rules: tuple[str, ...]
    premedication: tuple[Premedication, ...]
    rescue: Rescue
    premedication_set: str = ""
    monitoring_minutes: Fraction | None = None
    observation_h: Fraction | None = None
    rescues: tuple[RescueMedicine, ...] = ()
    glucagon: Glucagon | None = None


def orders_to_stored(orders: Orders) -> dict[str, Any]:
    """The orders as JSON values; figures as exact text."""
    texts = ("place", "telephone", "filter_text", "fluids", "monitoring", "observation")
    stored = {name: getattr(orders, name) for name in texts} | {
        "intended_on": orders.intended_on and orders.intended_on.isoformat(),
        "stop_rules": list(orders.stop_rules),
        "premedication": [_row(given) for given in orders.premedication],
        "rescue": plain(orders.rescue),
    }
    return stored | {name: value for name, value in _later(orders).items() if value}


def orders_from_stored(stored: dict[str, Any]) -> Orders:
    """The inverse of `orders_to_stored`."""
    day, glucagon = stored["intended_on"], stored.get("glucagon")
    read: dict[str, Any] = {
        "intended_on": date.fromisoformat(day) if day else None,
        "stop_rules": tuple(stored["stop_rules"]),
        "premedication": tuple(_premedication(given) for given in stored["premedication"]),
        "rescue": _rescue(stored["rescue"]),
        "rescues": tuple(RescueMedicine(**medicine) for medicine in stored.get("rescues", ())),
        "glucagon": _glucagon(glucagon) if glucagon else None,
    }
    read |= {name: read_exact(stored[name]) for name in ("monitoring_minutes", "observation_h") if name in stored}
    return Orders(**(stored | read))


def plain(value: Any) -> dict[str, Any]:
    """A flat frozen value as JSON values: Fractions as exact text, tuples as lists."""
    return {name: _plain_field(item) for name, item in vars(value).items()}


def _plain_field(item: Any) -> Any:
    if isinstance(item, Fraction):
        return exact_text(item)
    return list(item) if isinstance(item, tuple) else item


def _row(given: Premedication) -> dict[str, Any]:
    return {name: item for name, item in plain(given).items() if item or name not in _LATER_IN_ROWS}


def _later(orders: Orders) -> dict[str, Any]:
    return {
        "premedication_set": orders.premedication_set,
        "monitoring_minutes": orders.monitoring_minutes and exact_text(orders.monitoring_minutes),
        "observation_h": orders.observation_h and exact_text(orders.observation_h),
        "rescues": [plain(medicine) for medicine in orders.rescues],
        "glucagon": plain(orders.glucagon) if orders.glucagon else None,
    }


def _premedication(stored: dict[str, Any]) -> PremedicationRow:
    dose = stored["dose"]
    return PremedicationRow(**(stored | {"dose": None if dose is None else read_exact(dose)}))


def _rescue(stored: dict[str, Any]) -> Rescue:
    if "missing" in stored:
        return CannotCompute(missing=tuple(stored["missing"]))
    return EpinephrineDose(**{name: read_exact(figure) for name, figure in stored.items()})


def _glucagon(stored: dict[str, Any]) -> Glucagon:
    read: dict[str, Any] = {name: item if name in _WORDS else read_exact(item) for name, item in stored.items()}
    return Glucagon(**read)
