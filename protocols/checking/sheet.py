"""The order as the blind page states it: all that the template gets. No concentration, amount, rate or dose of ours."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from drugs.kinds import DILUENTS
from protocols.checking.asked import asked_of
from protocols.checking.holding import holds_of
from protocols.checking.stock import Stock
from protocols.documents.sheet_setup import conditions
from protocols.engine import ProtocolTemplate, Solution
from protocols.models import Version
from protocols.oral.checking import Intake, intakes_of, strengths_of
from protocols.oral.offered import fixed_specification
from protocols.ordered_dose import OrderedShown, ordered_shown
from protocols.rules.blind_check import Wanted
from protocols.selectors import entry_content
from protocols.targets import target_text
from protocols.version_document import VersionDocument


@dataclass(frozen=True, kw_only=True)
class OrderedBag:
    """A bag as it was ordered: volume, diluent, what it holds in words."""

    number: int
    volume: Quantity
    diluent: str
    holds: str


@dataclass(frozen=True, kw_only=True)
class Order:
    """What the pharmacist gets; `as_published`: the ordered steps are those of the named protocol."""

    drug: str
    target: str
    ordered: OrderedShown
    product: str
    strength: Quantity | None
    bags: tuple[OrderedBag, ...]
    line: str
    pump: str
    protocol: str
    citation: str
    as_published: bool
    telephone: str
    strengths: str = ""
    intakes: tuple[Intake, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """The order and the figures asked for. `asked` holds the version's own: it is for the form and the comparison."""

    order: Order
    stock: Stock
    asked: tuple[Wanted, ...]


def sheet_of(version: Version, document: VersionDocument, stock: Stock) -> Sheet:
    """The sheet of a version, from what was ordered."""
    return Sheet(order=_order(version, document, stock), stock=stock, asked=asked_of(document, stock))


def _order(version: Version, document: VersionDocument, stock: Stock) -> Order:
    if not document.is_infused:
        return _oral_order(version, document)
    specification, unit = document.infusion.specification, document.specification.unit
    return Order(
        drug=specification.drug,
        target=target_text([document.schedule]),
        ordered=ordered_shown(document),
        product=stock.product,
        strength=Quantity.of(stock.strength, f"{unit}/mL") if stock.strength else None,
        bags=tuple(_bag(bag, unit) for bag in specification.solutions),
        line=_line(document),
        pump=document.choices.get("pump", ""),
        protocol=document.source["title"],
        citation=document.source["citation"],
        as_published=_as_published(version, document),
        telephone=document.orders.telephone,
    )


def _oral_order(version: Version, document: VersionDocument) -> Order:
    """What is taken by mouth: each phase or dose in words; no bag, no line, no pump."""
    published = fixed_specification(entry_content(version.template))
    return Order(
        drug=document.drug,
        target=target_text([document.schedule, *(one.schedule for one in document.others)]),
        ordered=ordered_shown(document),
        product=document.source["product"],
        strength=None,
        bags=(),
        line="",
        pump="",
        protocol=document.source["title"],
        citation=document.source["citation"],
        as_published=published is not None and not document.edited,
        telephone=document.orders.telephone,
        strengths=strengths_of(document),
        intakes=intakes_of(document),
    )


def _bag(bag: Solution, unit: str) -> OrderedBag:
    return OrderedBag(
        number=bag.number,
        volume=Quantity.of(bag.volume_ml, "mL"),
        diluent=str(DILUENTS[bag.diluent]) if bag.diluent else _("not stated"),
        holds=holds_of(bag, unit),
    )


def _line(document: VersionDocument) -> str:
    """How the line was ordered: the first of what the sheet says of the whole infusion."""
    said = conditions(
        schedule=document.infusion.schedule,
        line=document.infusion.specification.line,
        filter_text="",
        fluids="",
        monitoring="",
    )
    return said[0][1]


def _as_published(version: Version, document: VersionDocument) -> bool:
    entry = entry_content(version.template)
    return isinstance(entry, ProtocolTemplate) and entry.steps == document.infusion.specification.steps
