"""The table of products on the preparation sheet: what the plan takes, and the lots that are recorded of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from desens.numbers.sentences import figures_kept
from protocols.documents.sheet_made import LotOnSheet, MadeOnSheet
from protocols.preparation_lines import PlanView

DRUG, DILUENT = "drug", "diluent"


@dataclass(frozen=True, kw_only=True)
class ProductRow:
    """One product; `counted` where what is opened of it is known; without `lots` they are written by hand."""

    name: str
    strength: str = ""
    opened: tuple[str, ...] = ()
    counted: bool = True
    lots: tuple[LotOnSheet, ...] = ()


def product_rows(plan: PlanView | None, made: MadeOnSheet | None) -> list[ProductRow]:
    """What the plan takes with the lots that are recorded; where there is no plan, what is recorded alone."""
    recorded = list(_recorded(made))
    if plan is None or not recorded:
        return [*_planned(plan), *(_row(plan, part, name, lots) for part, name, lots in recorded)]
    return [_row(plan, part, name, lots) for part, name, lots in recorded]


def _planned(plan: PlanView | None) -> Iterator[ProductRow]:
    if plan:
        yield _row(plan, DRUG, plan.product, ())
        yield _row(plan, DILUENT, plan.diluents, ())


def _recorded(made: MadeOnSheet | None) -> Iterator[tuple[str, str, tuple[LotOnSheet, ...]]]:
    """Each product that is recorded, with its lots, in the order of entry."""
    lots = made.lots if made else ()
    for (part, name), group in groupby(lots, key=lambda lot: (lot.part, lot.product)):
        yield part, figures_kept(name), tuple(group)


def _row(plan: PlanView | None, part: str, name: str, lots: tuple[LotOnSheet, ...]) -> ProductRow:
    strength = _("diluent") if part == DILUENT else ""
    if plan is None or part not in (DRUG, DILUENT):
        return ProductRow(name=name, strength=strength, lots=lots)
    if part == DILUENT:
        return ProductRow(name=name, strength=strength, opened=plan.bags, lots=lots)
    return ProductRow(name=name, strength=str(plan.strength), opened=plan.vials, counted=bool(plan.vials), lots=lots)
