"""What a person enters of bags that were made, as plain values."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from protocols.models import BagPart

#: Without these no bag is made.
ALWAYS = (BagPart.DRUG, BagPart.DILUENT)


@dataclass(frozen=True, kw_only=True)
class NewLot:
    """One lot of a product; `lot` "" says that it was not recorded, and then there is no expiry date."""

    part: str
    product: str
    lot: str = ""
    expires_on: date | None = None
    month_only: bool = False


@dataclass(frozen=True, kw_only=True)
class NewBags:
    """Bags that were made: both moments aware, every product with at least one lot."""

    prepared_at: datetime
    use_by: datetime
    lots: tuple[NewLot, ...]
    reason: str = ""
    note: str = ""

    @property
    def unnamed(self) -> tuple[str, ...]:
        """What always goes into a bag and has no entry, not even that its lot was not recorded."""
        return tuple(part for part in ALWAYS if part not in {lot.part for lot in self.lots})


def expired(expires_on: date | None, use_by: datetime) -> bool:
    """Whether a lot expires before the day on which the bags are used last (the day of the hospital)."""
    return expires_on is not None and expires_on < timezone.localdate(use_by)


def any_expired(lots: Iterable[NewLot], use_by: datetime) -> bool:
    """Whether one of the lots does."""
    return any(expired(lot.expires_on, use_by) for lot in lots)
