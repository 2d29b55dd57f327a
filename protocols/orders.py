"""What is ordered beside the schedule: all of it is stored with the version and printed from there."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from desens.numbers.write import exact_text, read_exact
from protocols.engine import Premedication
from protocols.rules.epinephrine import CannotCompute, EpinephrineDose

Rescue = EpinephrineDose | CannotCompute


@dataclass(frozen=True, kw_only=True)
class Orders:
    """Texts are as the sheet prints them; "" is "not recorded"."""

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


def orders_to_stored(orders: Orders) -> dict[str, Any]:
    """The orders as JSON values; figures as exact text."""
    texts = ("place", "telephone", "filter_text", "fluids", "monitoring", "observation")
    return {name: getattr(orders, name) for name in texts} | {
        "intended_on": orders.intended_on and orders.intended_on.isoformat(),
        "stop_rules": list(orders.stop_rules),
        "premedication": [plain(given) for given in orders.premedication],
        "rescue": plain(orders.rescue),
    }


def orders_from_stored(stored: dict[str, Any]) -> Orders:
    """The inverse of `orders_to_stored`."""
    day = stored["intended_on"]
    return Orders(
        **(
            stored
            | {
                "intended_on": date.fromisoformat(day) if day else None,
                "stop_rules": tuple(stored["stop_rules"]),
                "premedication": tuple(_premedication(given) for given in stored["premedication"]),
                "rescue": _rescue(stored["rescue"]),
            }
        )
    )


def plain(value: Any) -> dict[str, Any]:
    """A flat frozen value as JSON values: Fractions as exact text, tuples as lists."""
    return {name: _plain_field(item) for name, item in vars(value).items()}


def _plain_field(item: Any) -> Any:
    if isinstance(item, Fraction):
        return exact_text(item)
    return list(item) if isinstance(item, tuple) else item


def _premedication(stored: dict[str, Any]) -> Premedication:
    dose = stored["dose"]
    return Premedication(**(stored | {"dose": None if dose is None else read_exact(dose)}))


def _rescue(stored: dict[str, Any]) -> Rescue:
    if "missing" in stored:
        return CannotCompute(missing=tuple(stored["missing"]))
    return EpinephrineDose(**{name: read_exact(figure) for name, figure in stored.items()})
