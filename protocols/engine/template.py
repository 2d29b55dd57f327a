"""Published protocols as data: what a library file holds, and what is chosen when one is used."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from protocols.engine.anything import AnySpecification
from protocols.engine.specification import Line, Pump, Solution, Step
from protocols.engine.template_printed import Erratum, Printed

#: seen: read in a copy of the source; known: from the literature; VERIFY: remembered, to be shown as "to be verified".
MARKS = ("seen", "known", "VERIFY")


#: What the last bag of a generic protocol holds (generic/README.md).
LastBag = Literal["corrected", "truncated", "none"]


@dataclass(frozen=True, kw_only=True)
class TemplateDrug:
    """A drug and the target dose the protocol was published for; `per` "m2", "kg" or ""."""

    name: str
    target_dose: Fraction
    unit: str
    per: str = ""


@dataclass(frozen=True, kw_only=True)
class Premedication:
    """One drug given before; dose None and route "" where the source states none."""

    drug: str
    dose: Fraction | None
    unit: str
    route: str
    minutes_before: int | None


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What every library file says: its source, who checked it, what is printed and what is known to be misprinted.

    `assumed` says what the file adds that its source, as far as it is at hand, does not state: to be verified.
    `review_due` is the day from which every use is to say that the figures should be looked at again.
    """

    slug: str
    title: str
    revision: int
    citation: str
    mark: str
    checked_by: str
    review_date: date | None
    review_due: date | None = None
    premedication: tuple[Premedication, ...]
    fluids: str
    errata: tuple[Erratum, ...]
    printed: Printed | None
    assumed: tuple[str, ...]
    notes: str


@dataclass(frozen=True, kw_only=True)
class ProtocolTemplate(Entry):
    """An infused protocol that is used for other doses, bags and rates than the published ones.

    `any_drug`: published for no drug in particular, the drugs are examples. `fixed_bags`: the bags keep their volumes.
    `generic_steps`: built by the formula of generic/README.md; solutions and steps are those of its usual choices.
    """

    drugs: tuple[TemplateDrug, ...]
    any_drug: bool
    final_rate_ml_h: Fraction
    bag_volume_ml: Fraction
    fixed_bags: bool
    generic_steps: int | None
    solutions: tuple[Solution, ...]
    steps: tuple[Step, ...]
    declared: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class FixedProtocol(Entry):
    """A protocol used as it stands: one specification for each drug, or for each component of a `medicine`."""

    medicine: str
    specifications: tuple[AnySpecification, ...]


@dataclass(frozen=True, kw_only=True)
class UnfinishedProtocol(Entry):
    """A protocol of which the figures at hand give no schedule; `missing` says what would be needed."""

    drug_names: tuple[str, ...]
    route: str
    missing: str


AnyEntry = ProtocolTemplate | FixedProtocol | UnfinishedProtocol


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What the prescriber chooses; `rates` "all" scales every rate with the final one, "last" changes only the last.

    `first_rate_ml_h` (at 80 mL/h) and `last_bag` are read by generic protocols alone. `diluent` (DILUENTS) is that of
    all bags; None leaves what the template states.
    """

    drug: str
    target_dose: Fraction
    unit: str
    final_rate_ml_h: Fraction
    bag_volume_ml: Fraction
    rates: Literal["all", "last"] = "all"
    first_rate_ml_h: Fraction = Fraction(2)
    last_bag: LastBag = "corrected"
    line: Line | None = None
    pump: Pump | None = None
    diluent: str | None = None
