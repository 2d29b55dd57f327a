"""What the preparation sheet says once the bags are made: the times, and both persons."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.timezone import get_current_timezone

from desens.pages.times import local_text


@dataclass(frozen=True, kw_only=True)
class LotOnSheet:
    """One lot of a product (`part` drug, diluent or other); `lot` and `expires` "" where not recorded."""

    part: str
    product: str
    lot: str
    expires: str


@dataclass(frozen=True, kw_only=True)
class MadeOnSheet:
    """A record of bags; times are aware, `checked_at` None before the second person's check."""

    prepared_at: datetime
    use_by: datetime
    lots: tuple[LotOnSheet, ...]
    prepared_by: str
    recorded_at: datetime
    reason: str = ""
    note: str = ""
    checked_by: str = ""
    checked_at: datetime | None = None
    looked: tuple[str, ...] = ()
    unlooked: tuple[str, ...] = ()
    remark: str = ""


def made_context(made: MadeOnSheet | None) -> dict[str, Any]:
    """The record as the template shows it: texts; empty where the sheet is filled in by hand."""
    if made is None:
        return {}
    zone = get_current_timezone()
    times = {name: local_text(getattr(made, name), zone) for name in ("prepared_at", "use_by", "recorded_at")}
    checked_at = local_text(made.checked_at, zone) if made.checked_at else ""
    lists = {"looked": "; ".join(made.looked), "unlooked": "; ".join(made.unlooked)}
    return vars(made) | times | lists | {"checked_at": checked_at}
