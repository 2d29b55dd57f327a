"""The label sheets and rolls that the bag labels fit."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, kw_only=True)
class LabelSheet:
    """`key` is also the class in bag_labels.css, where the measures stand; `labels` a sheet, counted along the rows."""

    key: str
    name: Promise
    labels: int


SHEETS = {
    sheet.key: sheet
    for sheet in (
        LabelSheet(key="a4-8", name=_("A4, 8 labels of 99.1 x 67.7\u00a0mm"), labels=8),
        LabelSheet(key="a4-10", name=_("A4, 10 labels of 99.1 x 57\u00a0mm"), labels=10),
        LabelSheet(key="a4-14", name=_("A4, 14 labels of 99.1 x 38.1\u00a0mm"), labels=14),
        LabelSheet(key="roll", name=_("roll, 100 x 60\u00a0mm"), labels=1),
    )
}
MOST_LABELS = max(sheet.labels for sheet in SHEETS.values())


def placed(count: int, sheet: LabelSheet, first: int) -> list[list[int | None]]:
    """Which label (from 0) stands at each place of each sheet, None where it stays empty; the first one at `first`."""
    places: list[int | None] = [None] * (first - 1) + list(range(count))
    return [places[start : start + sheet.labels] for start in range(0, len(places), sheet.labels)]
