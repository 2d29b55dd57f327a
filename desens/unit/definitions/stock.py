"""Rows of what a unit has in stock."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, kw_only=True)
class UnitPump:
    """A pump: its steps and range in mL/h, and the smallest volume to be infused (VTBI, mL) it accepts."""

    name: str
    rate_resolution_ml_h: Fraction
    min_rate_ml_h: Fraction
    max_rate_ml_h: Fraction
    least_vtbi_ml: Fraction


@dataclass(frozen=True, kw_only=True)
class UnitBag:
    """A bag of diluent by its nominal volume."""

    volume_ml: Fraction


@dataclass(frozen=True, kw_only=True)
class UnitLine:
    """A line and what it holds from the bag to the vein."""

    name: str
    dead_volume_ml: Fraction


@dataclass(frozen=True, kw_only=True)
class UnitSyringe:
    """A syringe: nominal volume, graduation and the least volume that is sensibly drawn up in it, all in mL."""

    volume_ml: Fraction
    graduation_ml: Fraction
    least_ml: Fraction
