"""Bags that were made, as a page and paper show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from desens.pages.times import date_text
from protocols.making.clock import clock_words
from protocols.making.expiry import expiry_text
from protocols.making.second_check import Looked
from protocols.making.selectors import signed
from protocols.models import BagsMade, BagsMadeLot, BagsMeaning, BagsSignature, Release


@dataclass(frozen=True, kw_only=True)
class ShownLot:
    """One lot: what it is in the bags, its product, and its number and expiry date, "" where not recorded."""

    part: str
    product: str
    lot: str
    expires: str


@dataclass(frozen=True, kw_only=True)
class ShownBags:
    """A record of bags; `check` is None before the second person's, `clock` the words of the moment, `late` past it."""

    row: BagsMade
    lots: tuple[ShownLot, ...]
    prepared: BagsSignature | None
    check: BagsSignature | None
    looked: tuple[str, ...]
    unlooked: tuple[str, ...]
    clock: str
    late: bool
    early: str

    @property
    def is_error(self) -> bool:
        """Whether it was a mistake, or the bags were discarded."""
        return hasattr(self.row, "error")


def shown_bags(made: BagsMade, *, release: Release | None, at: datetime) -> ShownBags:
    """A record whose lots and signatures are read already."""
    check = signed(made, BagsMeaning.CHECKED)
    codes = check.checked.split(",") if check else []
    return ShownBags(
        row=made,
        lots=tuple(map(_lot, made.lots.all())),
        prepared=signed(made, BagsMeaning.PREPARED),
        check=check,
        looked=tuple(str(each.label) for each in Looked if each.value in codes),
        unlooked=tuple(str(each.label) for each in Looked if check and each.value not in codes),
        clock=clock_words(made.use_by, at=at),
        late=at >= made.use_by,
        early=_early(made.use_by, release.planned_on) if release else "",
    )


def several(rows: Iterable[BagsMade], *, release: Release | None, at: datetime) -> list[ShownBags]:
    """Each record."""
    return [shown_bags(row, release=release, at=at) for row in rows]


def _lot(row: BagsMadeLot) -> ShownLot:
    expires = expiry_text(row.expires_on, month_only=row.month_only)
    return ShownLot(part=row.part, product=row.product, lot=row.lot, expires=expires)


def _early(use_by: datetime, planned_on: date) -> str:
    """That the bags no longer serve on the day for which the version is released."""
    if timezone.localdate(use_by) >= planned_on:
        return ""
    return _("The version is released for %(day)s: these bags do not serve until then.") % {
        "day": date_text(planned_on)
    }
