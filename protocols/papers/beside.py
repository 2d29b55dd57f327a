"""What lies ready beside epinephrine, and how long is observed, as every nursing sheet prints it."""

from typing import Any

from desens.numbers.quantity import Quantity
from protocols.ordering.shown import stored_view
from protocols.orders import Orders


def beside_of(orders: Orders) -> dict[str, Any]:
    """`ready` and `observation` of a sheet; glucagon stands in the emergency box already."""
    ready = [f"{line.drug} {line.dose}" for line in stored_view(orders).ready]
    if orders.glucagon:
        ready.pop()
    hours = orders.observation_h
    return {"ready": tuple(ready), "observation": None if hours is None else Quantity.of(hours, "h")}
