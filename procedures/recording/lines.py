"""What happened during a procedure, line by line in the order of time, with what was struck and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from desens.numbers.sentences import figures_kept
from procedures.choices import EventKind
from procedures.event_rows import Happening, InfusionEvent, Premedication, Vitals
from procedures.models import Procedure
from procedures.recording.standing import EARLIEST, first_entries

PARTS = ("recorded_by", "corrected_by__recorded_by", "error__marked_by")


@dataclass(frozen=True, kw_only=True)
class Line:
    """One happening in words; `struck` with `why` where it was corrected or an error.

    `typed` and `reason` are what people wrote, apart from the rest (desens.access.typed_text).
    """

    at: datetime | None
    as_planned: bool
    text: str
    typed: str
    struck: bool
    why: str
    reason: str
    row: Happening


def lines_of(procedure: Procedure) -> tuple[Line, ...]:
    """Everything that was recorded, the earliest first; what has no time stands with its step. Three queries."""
    kinds = (procedure.premedication_rows, procedure.vitals_rows, procedure.infusionevent_rows)
    listed: list[list[Any]] = [list(rows.select_related(*PARTS).order_by("pk")) for rows in kinds]
    starts = {row.step: row.at for row in listed[-1] if row.kind == EventKind.START}
    placed = [
        (_place(row, starts), first[row.pk], row.pk, row)
        for rows in listed
        for first in (first_entries(rows),)
        for row in rows
    ]
    return tuple(_line(row) for *_order, row in sorted(placed, key=lambda each: each[:3]))


def _place(row: Any, starts: Mapping[int | None, datetime | None]) -> tuple[datetime, int]:
    """Of one moment: premedication, vital signs, the infusion, and the vital signs of its step."""
    order = (Premedication, Vitals, InfusionEvent).index(type(row))
    step = getattr(row, "step", None)
    at = row.at or (starts.get(step) if step else None) or EARLIEST
    return (at, 3 if step and isinstance(row, Vitals) else order)


def _line(row: Any) -> Line:
    return Line(
        at=row.at,
        as_planned=bool(getattr(row, "as_planned", False)),
        text=figures_kept(TEXTS[type(row)](row)),
        typed=getattr(row, "seen", "") or getattr(row, "why_not", ""),
        struck=hasattr(row, "error") or hasattr(row, "corrected_by"),
        why=_why(row),
        reason=row.error.reason if hasattr(row, "error") else "",
        row=row,
    )


def _why(row: Any) -> str:
    if hasattr(row, "error"):
        return _("entered in error (%(who)s)") % {"who": row.error.marked_by}
    if hasattr(row, "corrected_by"):
        return _("corrected by %(who)s") % {"who": row.corrected_by.recorded_by}
    return ""


def _event_text(row: InfusionEvent) -> str:
    parts = [_("step %(step)s") % {"step": row.step} if row.step else "", str(row.get_kind_display())]
    if row.kind == EventKind.START:
        parts = [_("step %(step)s started") % {"step": row.step}]
    if row.rate_ml_h is not None:
        parts.append(_("at %(rate)s") % {"rate": Quantity.of(row.rate_ml_h, "mL/h")})
    if row.infused_ml is not None:
        parts.append(_("%(volume)s read off the pump") % {"volume": Quantity.of(row.infused_ml, "mL")})
    return _joined(parts)


def vitals_text(row: Vitals) -> str:
    """Vital signs in one line; what was seen stands beside it."""
    pressure = "" if row.systolic_mmhg is None else f"{row.systolic_mmhg}/{_number(row.diastolic_mmhg)}"
    figures = [
        row.heart_rate is not None and _("HR %(figure)s") % {"figure": Quantity.of(row.heart_rate, "/min")},
        pressure and _("BP %(figure)s mmHg") % {"figure": pressure.rstrip("/")},
        row.spo2_percent is not None and _("SpO2 %(figure)s") % {"figure": Quantity.of(row.spo2_percent, "percent")},
        row.temperature_c is not None and _("T %(figure)s") % {"figure": Quantity.of(row.temperature_c, "°C")},
    ]
    place = _("step %(step)s") % {"step": row.step} if row.step else _("before the first step") if row.baseline else ""
    return _joined([place, *(figure or "" for figure in figures)])


def _premedication_text(row: Premedication) -> str:
    dose = str(row.quantity) if row.quantity else ""
    given = _("given") if row.given else _("not given")
    return _joined([" ".join(filter(None, (row.medicine, dose, row.route))), given])


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(filter(None, parts))


TEXTS: Mapping[type[Happening], Any] = {
    InfusionEvent: _event_text,
    Vitals: vitals_text,
    Premedication: _premedication_text,
}
