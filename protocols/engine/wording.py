"""Figures inside sentences: a number with its unit, as people read it."""

from desens.numbers.quantity import Quantity
from desens.numbers.write import Exact


def volume_text(value_ml: Exact) -> str:
    """A volume in mL."""
    return str(Quantity.of(value_ml, "mL"))


def rate_text(value_ml_h: Exact) -> str:
    """A pump rate in mL/h."""
    return str(Quantity.of(value_ml_h, "mL/h"))


def minutes_text(value: Exact) -> str:
    """A time in minutes."""
    return str(Quantity.of(value, "min"))


def amount_text(value: Exact, unit: str) -> str:
    """An amount in the protocol's unit."""
    return str(Quantity.of(value, unit))


def concentration_text(value: Exact, unit: str) -> str:
    """A concentration per mL."""
    return str(Quantity.of(value, f"{unit}/mL"))
