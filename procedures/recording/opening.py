"""What stands in the form when it is opened: from the sheet, from what was recorded, or from a sketch."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils import timezone

from desens.audit.values import canonical
from procedures.choices import EventKind
from procedures.event_rows import Happening, InfusionEvent, Premedication, Vitals
from procedures.models import Ending, Particulars
from procedures.recording.day_clock import DayClock, day_clock
from procedures.recording.pressure import Pressure
from procedures.recording.sheet import Sheet
from procedures.recording.standing import Standing
from procedures.rules.reasons import first_reason
from protocols.engine import Premedication as Ordered
from reactions.choices import TreatmentUnit

NOT_KEPT = ("csrfmiddlewaretoken", "keep", "drop", "more_rows")
PARTICULARS = (
    "place", "staff", "cycle_number", "steps", "bags", "protocol_note", "planned_dose", "planned_dose_unit", "note",
    "none_premedicated",
)  # fmt: skip
ENDING = (
    "outcome", "last_step", "stopped_by", "reason", "delivered", "delivered_unit", "observed_minutes",
)  # fmt: skip


def from_sheet(sheet: Sheet) -> dict[str, Any]:
    """The day and place of the release; the day only once it has come."""
    come = sheet.planned_on is not None and sheet.planned_on <= timezone.localdate()
    return {"day": sheet.planned_on.isoformat() if come and sheet.planned_on else "", "place": sheet.place}


def from_standing(culprit: str, stands: Standing) -> dict[str, Any]:
    """What was recorded, as it would be typed."""
    found = {name: getattr(stands.particulars, name) for name in PARTICULARS}
    if stands.ending is not None:
        found |= {name: getattr(stands.ending, name) for name in ENDING}
    clock, day = stands.particulars.started_at, stands.particulars.day
    stop = next((event for event in stands.events if event.kind == EventKind.STOP), None)
    reasons = [stands.particulars.reasons, stands.ending.reasons if stands.ending else ""]
    return found | {
        "culprit": culprit,
        "day": stands.particulars.day_text,
        "started": timezone.localtime(clock).time() if clock else None,
        "stopped_at": _clock(stop, day) if stop else None,
        "seen": stands.particulars.number,
        "as_planned": any(event.as_planned for event in stands.events),
        "doubt_reason": first_reason("\n".join(reasons)),
        "told": told_of(stands.particulars, stands.ending),
    }


def told_of(particulars: Particulars, ending: Ending | None) -> str:
    """The codes for which a reason is kept."""
    lines = [*particulars.reasons.splitlines(), *(ending.reasons.splitlines() if ending else ())]
    return ",".join(line.partition(": ")[0] for line in lines)


def vitals_typed(row: Vitals | None) -> dict[str, Any]:
    """Vital signs as they would be typed."""
    if row is None:
        return {}
    pressure = None if row.systolic_mmhg is None else Pressure(row.systolic_mmhg, row.diastolic_mmhg)
    names = ("heart_rate", "spo2_percent", "temperature_c", "seen")
    return {"pressure": pressure} | {name: getattr(row, name) for name in names}


def step_typed(start: InfusionEvent | None, vitals: Vitals | None, *, day: date | None) -> dict[str, Any]:
    """A step as it would be typed: its time where somebody noted it, seen from the day of the procedure."""
    found = vitals_typed(vitals)
    if start is not None:
        noted = start.at is not None and not start.as_planned
        found |= {"start": _clock(start, day) if noted else None, "rate_ml_h": start.rate_ml_h}
    return found


def event_typed(row: InfusionEvent, *, day: date | None) -> dict[str, Any]:
    """What happened to the infusion, as it would be typed."""
    names = ("kind", "step", "rate_ml_h", "infused_ml")
    return {name: getattr(row, name) for name in names} | {"at": _clock(row, day)}


def premedication_typed(row: Premedication, *, day: date | None) -> dict[str, Any]:
    """A premedication as it would be typed."""
    names = ("medicine", "dose", "dose_unit", "route", "why_not")
    given = {"given": "yes" if row.given else "no", "at": _clock(row, day)}
    return {name: getattr(row, name) for name in names} | given


def ordered_typed(ordered: Ordered) -> dict[str, Any]:
    """An ordered premedication, not answered yet; a dose in a unit that no row keeps is left to be typed."""
    known = ordered.dose is not None and ordered.unit in TreatmentUnit.values
    dose = {"dose": ordered.dose, "dose_unit": ordered.unit} if known else {}
    return {"medicine": ordered.drug, "route": ordered.route[:20], **dose}


def _clock(row: Happening, day: date | None) -> DayClock | None:
    return day_clock(row.at, day) if row.at else None


def typed_text(data: QueryDict) -> str:
    """All that was typed, as one text."""
    return canonical({name: data.get(name, "") for name in data if name not in NOT_KEPT})


def keys_of(text: str) -> tuple[str, ...]:
    """The names of the fields that a sketch holds; none of no sketch."""
    return tuple(json.loads(text)) if text else ()


def typed_of(text: str, prefix: str, names: Mapping[str, Any]) -> dict[str, Any]:
    """Of a sketch what was typed into the fields of one form of the page."""
    typed: dict[str, str] = json.loads(text)
    lead = f"{prefix}-" if prefix else ""
    return {name: typed.get(lead + name, "") for name in names}
