"""The kinds of dated values: units, bounds, and creatinine in the other unit.

Creatinine in mcmol/L divided by 88.4 is mg/dL (clinical.md 8). The bounds are an implementation choice, no published
table: outside `possible` a slip of unit or decimal mark is certain and the value is refused; outside `usual` it has to
be confirmed. A value in the wrong unit of creatinine (80 for 0.9) falls outside `possible`, or outside `usual`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from patients.rules.plausibility import Bounds

MCMOL_PER_MG_DL = Fraction(884, 10)
#: Thousand million (the multiplication sign, 10 to the 9th) a litre.
GIGA_PER_L = "\u00d710\u2079/L"
CREATININE, FEV1_PERCENT = "creatinine", "fev1_percent"


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind: its units, the first of which the bounds are in."""

    units: tuple[str, ...]
    possible: Bounds
    usual: Bounds


def _kind(units: str, *, possible: tuple[str, str], usual: tuple[str, str]) -> Kind:
    (least, greatest), (low, high) = map(Decimal, possible), map(Decimal, usual)
    return Kind(
        units=tuple(units.split()),
        possible=Bounds(least=least, greatest=greatest),
        usual=Bounds(least=low, greatest=high),
    )


KINDS: Mapping[str, Kind] = {
    CREATININE: _kind("mg/dL mcmol/L", possible=("0.1", "30"), usual=("0.4", "3")),
    FEV1_PERCENT: _kind("percent", possible=("5", "200"), usual=("30", "130")),
    "fev1": _kind("L", possible=("0.2", "9"), usual=("0.6", "6")),
    "platelets": _kind(GIGA_PER_L, possible=("1", "3000"), usual=("20", "700")),
    "neutrophils": _kind(GIGA_PER_L, possible=("0.01", "300"), usual=("0.5", "30")),
    "hemoglobin": _kind("g/dL", possible=("1", "30"), usual=("6", "19")),
    "ejection_fraction": _kind("percent", possible=("5", "95"), usual=("20", "80")),
}


def in_first_unit(*, kind: str, value: Decimal, unit: str) -> Fraction:
    """The exact value in the unit of the bounds; ValueError for a unit that the kind has not."""
    if unit not in KINDS[kind].units:
        raise ValueError(f"{kind} is not measured in {unit}")
    return Fraction(value) / (MCMOL_PER_MG_DL if unit == "mcmol/L" else 1)


def in_other_unit(*, kind: str, value: Decimal, unit: str) -> tuple[Fraction, str] | None:
    """The exact value in the kind's other unit, for creatinine; None where there is no other."""
    first = in_first_unit(kind=kind, value=value, unit=unit)
    if kind != CREATININE:
        return None
    return (first * MCMOL_PER_MG_DL, "mcmol/L") if unit == "mg/dL" else (first, "mg/dL")


def bounds_in(unit: str, bounds: Bounds) -> tuple[Fraction, Fraction]:
    """Least and greatest of bounds of a kind, in one of its units."""
    factor = MCMOL_PER_MG_DL if unit == "mcmol/L" else Fraction(1)
    return Fraction(bounds.least) * factor, Fraction(bounds.greatest) * factor


def is_possible(*, kind: str, value: Decimal, unit: str) -> bool:
    """Whether the value can be true."""
    least, greatest = bounds_in(unit, KINDS[kind].possible)
    return least <= value <= greatest


def is_usual(*, kind: str, value: Decimal, unit: str) -> bool:
    """Whether the value needs no confirmation."""
    least, greatest = bounds_in(unit, KINDS[kind].usual)
    return least <= value <= greatest
