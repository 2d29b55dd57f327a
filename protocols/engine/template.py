"""Published protocols as data: what a library file holds, and what is chosen when one is used."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from protocols.engine.specification import Line, Pump, Solution, Step

#: seen: read in a copy of the source; known: from the literature; VERIFY: remembered, to be shown as "to be verified".
MARKS = ("seen", "known", "VERIFY")


@dataclass(frozen=True, kw_only=True)
class TemplateDrug:
    """A drug and the target dose the protocol was published for."""

    name: str
    target_dose: Fraction
    unit: str


@dataclass(frozen=True, kw_only=True)
class Premedication:
    """One drug given before; dose None and route "" where the source states none."""

    drug: str
    dose: Fraction | None
    unit: str
    route: str
    minutes_before: int | None


@dataclass(frozen=True, kw_only=True)
class PrintedTable:
    """The table as published, cell for cell; the figures keep their printed decimals."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True)
class ProtocolTemplate:
    """A published protocol with its source, who checked it, its printed table and its known misprints."""

    slug: str
    title: str
    revision: int
    citation: str
    mark: str
    checked_by: str
    review_date: date | None
    drugs: tuple[TemplateDrug, ...]
    final_rate_ml_h: Fraction
    bag_volume_ml: Fraction
    solutions: tuple[Solution, ...]
    steps: tuple[Step, ...]
    declared: frozenset[str]
    premedication: tuple[Premedication, ...]
    fluids: str
    errata: tuple[str, ...]
    printed: PrintedTable | None
    notes: str


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What the prescriber chooses; `rates` "all" scales every rate with the final one, "last" changes only the last."""

    drug: str
    target_dose: Fraction
    unit: str
    final_rate_ml_h: Fraction
    bag_volume_ml: Fraction
    rates: Literal["all", "last"] = "all"
    line: Line | None = None
    pump: Pump | None = None
