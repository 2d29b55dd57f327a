"""A record of bags on its way to the preparation sheet."""

from collections.abc import Mapping
from dataclasses import asdict

from django.utils import timezone

from protocols.documents.sheet_made import LotOnSheet, MadeOnSheet
from protocols.making.selectors import signed
from protocols.making.shown import shown_bags
from protocols.models import BagsMade, BagsMeaning


def made_on_sheet(made: BagsMade) -> MadeOnSheet:
    """The record with its lots and both persons; they are read already."""
    shown = shown_bags(made, release=None, at=timezone.now())
    first, check = shown.prepared, shown.check
    return MadeOnSheet(
        prepared_at=made.prepared_at,
        use_by=made.use_by,
        lots=tuple(LotOnSheet(**asdict(lot)) for lot in shown.lots),
        prepared_by=first.person.full_name if first else "",
        recorded_at=first.at if first else made.prepared_at,
        reason=made.reason,
        note=made.note,
        checked_by=check.person.full_name if check else "",
        checked_at=check.at if check else None,
        looked=shown.looked,
        unlooked=shown.unlooked,
        remark=check.note if check else "",
    )


def beside_of(made: BagsMade | None) -> Mapping[str, str]:
    """What a stored sheet rests on: which record it prints, and whether that was checked; nothing without one."""
    if made is None:
        return {}
    check = signed(made, BagsMeaning.CHECKED)
    return {"bags made": str(made.entry_key), "bags checked": str(check.entry_key) if check else ""}
