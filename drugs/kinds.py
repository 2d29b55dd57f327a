"""What may be said about a drug or a product, and how each value is written and read back."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from desens.numbers.quantity import AMOUNT_UNITS, Quantity
from desens.numbers.write import exact_text, read_exact

Shape = Literal["words", "names", "codes", "figure", "figures", "figures or words"]
Statement = Decimal | list[Decimal] | list[str] | str

AMOUNTS = tuple(AMOUNT_UNITS)
PER_ML = tuple(f"{unit}/mL" for unit in AMOUNTS)
RATES = tuple(f"{unit}/{time}" for unit in AMOUNTS for time in ("h", "min"))

#: Diluents by code, so that a chosen one can be compared with what a label allows or refuses.
DILUENTS: Mapping[str, Promise] = MappingProxyType(
    {
        "sodium-chloride-0.9": _("sodium chloride 0.9\u00a0%"),
        "glucose-5": _("glucose 5\u00a0%"),
        "glucose-5-sodium-chloride-0.9": _("glucose 5\u00a0% in sodium chloride 0.9\u00a0%"),
        "glucose-5-ringer": _("glucose 5\u00a0% in Ringer's solution"),
        "undiluted": _("undiluted"),
        "chloride": _("anything with chloride"),
        "alkaline": _("anything alkaline"),
        "all-others": _("everything else"),
    }
)


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One thing that may be said: its label, whether of a drug or a product, its shape and its units."""

    label: Promise
    of: Literal["drug", "product"]
    shape: Shape
    units: tuple[str, ...] = ()


class StatedError(ValueError):
    """A value that its kind does not take; the message says what is expected."""


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "class": Kind(label=_("Class"), of="drug", shape="words"),
        "tall_man": Kind(label=_("Tall-man form"), of="drug", shape="words"),
        "look_alikes": Kind(label=_("Looks like"), of="drug", shape="names"),
        "skin_prick": Kind(label=_("Skin prick test"), of="drug", shape="figures or words", units=(*PER_ML, "mM")),
        "skin_intradermal": Kind(
            label=_("Intradermal test"), of="drug", shape="figures or words", units=(*PER_ML, "mM")
        ),
        "stock_concentration": Kind(label=_("Strength"), of="product", shape="figure", units=PER_ML),
        "vial_amounts": Kind(label=_("Vial sizes"), of="product", shape="figures", units=AMOUNTS),
        "unit_amounts": Kind(label=_("Tablet or capsule"), of="product", shape="figures", units=AMOUNTS),
        "diluents_allowed": Kind(label=_("Diluents allowed"), of="product", shape="codes"),
        "diluents_refused": Kind(label=_("Diluents refused"), of="product", shape="codes"),
        "bag_volume": Kind(label=_("Volume of the bag"), of="product", shape="figure", units=("mL",)),
        "diluent_greatest": Kind(label=_("Diluent, at most"), of="product", shape="figure", units=("mL",)),
        "concentration_least": Kind(label=_("Concentration, at least"), of="product", shape="figure", units=PER_ML),
        "concentration_greatest": Kind(label=_("Concentration, at most"), of="product", shape="figure", units=PER_ML),
        "infusion_minutes": Kind(label=_("Infusion time"), of="product", shape="figure", units=("min",)),
        "minutes_least": Kind(label=_("Infusion time, at least"), of="product", shape="figure", units=("min",)),
        "minutes_greatest": Kind(label=_("Infusion time, at most"), of="product", shape="figure", units=("min",)),
        "rate_first": Kind(label=_("First rate"), of="product", shape="figure", units=RATES),
        "rate_greatest": Kind(label=_("Rate, at most"), of="product", shape="figure", units=RATES),
        "rate_rule": Kind(label=_("How the rate rises"), of="product", shape="words"),
        "stability": Kind(label=_("Stable for"), of="product", shape="figure", units=("h",)),
        "start_within": Kind(label=_("Start within"), of="product", shape="figure", units=("h",)),
        "filter": Kind(label=_("Filter"), of="product", shape="words"),
        "set": Kind(label=_("Bag and set"), of="product", shape="words"),
        "handling": Kind(label=_("Handling"), of="product", shape="words"),
    }
)


def write_stated(what: str, value: Statement, unit: str) -> str:
    """A value as it is stored; StatedError says what its kind expects."""
    kind = KINDS[what]
    if unit:
        return _write_figures(kind, value, unit)
    if kind.shape == "codes":
        return " ".join(_known_codes(_as_list(value)))
    if kind.shape == "names":
        return "; ".join(_as_list(value))
    if kind.shape in ("words", "figures or words") and isinstance(value, str) and value:
        return value
    raise StatedError("a figure with one of the units " + ", ".join(kind.units) if kind.units else "words")


def figures_of(stated: str, unit: str) -> tuple[Quantity, ...]:
    """The figures of a stored value with their unit; none where it is words."""
    return tuple(Quantity(value=read_exact(figure), unit=unit) for figure in stated.split()) if unit else ()


def words_of(what: str, stated: str) -> tuple[str, ...]:
    """The words, names or codes of a stored value."""
    shape = KINDS[what].shape
    if shape == "codes":
        return tuple(stated.split())
    return tuple(stated.split("; ")) if shape == "names" else (stated,)


def _write_figures(kind: Kind, value: Statement, unit: str) -> str:
    if unit not in kind.units:
        raise StatedError("one of the units " + ", ".join(kind.units) if kind.units else "words without a unit")
    figures = value if isinstance(value, list) else [value]
    exact = [Fraction(figure) for figure in figures if isinstance(figure, Decimal)]
    one_only = kind.shape == "figure" and len(exact) != 1
    if len(exact) != len(figures) or not exact or one_only or exact[0] <= 0:
        raise StatedError("one figure above 0" if kind.shape == "figure" else "figures above 0")
    if exact != sorted(set(exact)):
        raise StatedError("figures from the smallest to the largest, each once")
    return " ".join(exact_text(figure) for figure in exact)


def _as_list(value: Statement) -> list[str]:
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not listed or not all(isinstance(part, str) and part for part in listed):
        raise StatedError("a list of names")
    return [str(part) for part in listed]


def _known_codes(codes: list[str]) -> list[str]:
    if not set(codes) <= set(DILUENTS):
        raise StatedError("any of " + ", ".join(DILUENTS))
    return codes
