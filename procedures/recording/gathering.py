"""What was typed becomes what is recorded: what happened, row by row."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from procedures.choices import DayPrecision, EventKind
from procedures.event_rows import Happening
from procedures.recording.entered import NewEvent
from procedures.recording.gathered import Gathered
from procedures.recording.slots import Slots
from procedures.recording.timing import Clock, pauses_of, planned_minutes, rates_of
from procedures.rules.as_planned import starts_as_planned

if TYPE_CHECKING:
    from procedures.recording.form import ProcedureForm


def gathered(form: "ProcedureForm", clock: Clock) -> Gathered:
    """Everything that happened, as typed; times that cannot be read are told in the form."""
    found, slots = Gathered(), form.setting.slots
    stands = form.setting.stands
    clock.start(form, stands.particulars.started_at if stands else None)
    clock.steps(form.step_rows, slots.starts)
    _premedication(found, form, clock, slots)
    found.add(slots.baseline, form.baseline.new_vitals(at=_at_of(slots.baseline), step=None))
    if form.setting.sheet is not None:
        _course(found, form, clock, slots)
    return found


def _premedication(found: Gathered, form: "ProcedureForm", clock: Clock, slots: Slots) -> None:
    all_given = bool(form.cleaned_data.get("all_premedication"))
    for place, row in enumerate(form.premedication_rows):
        old = slots.premedications[place] if place < len(slots.premedications) else None
        new = row.new_premedication(at=clock.before_start(row, old), all_given=all_given)
        found.add(old, new, row=row.prefix or "")
        if row.is_changed_unanswered and not all_given:
            row.add_error("given", _("Say whether it was given: what was typed here is not recorded else."))


def _course(found: Gathered, form: "ProcedureForm", clock: Clock, slots: Slots) -> None:
    events = [
        (row, clock.event(row, "at", slots.others[place] if place < len(slots.others) else None))
        for place, row in enumerate(form.event_rows)
    ]
    planned = _planned(form, clock, events)
    for number, row in form.step_rows.items():
        old = slots.starts.get(number)
        noted, rate = clock.noted.get(number), row.cleaned_data.get("rate_ml_h")
        at = noted or planned.get(number)
        new = None
        if at is not None or rate is not None:
            infused = old.infused_ml if old else None
            new = NewEvent(kind=EventKind.START.value, at=at, step=number, rate_ml_h=rate, infused_ml=infused)
            new = replace(new, as_planned=noted is None and at is not None)
        found.add(old, new, row=f"s{number}")
        vitals = slots.vitals.get(number)
        found.add(vitals, row.new_vitals(at=_vitals_at(vitals, old, noted), step=number))
    for place, (row, at) in enumerate(events):
        old = slots.others[place] if place < len(slots.others) else None
        names = ("kind", "step", "rate_ml_h", "infused_ml")
        typed = {name: row.cleaned_data.get(name) for name in names}
        found.add(old, NewEvent(at=at, **typed) if typed["kind"] else None, row=row.prefix or "")
    stopped_at = clock.event(form, "stopped_at", slots.stop)
    stop = NewEvent(kind=EventKind.STOP.value, at=stopped_at, infused_ml=slots.stop.infused_ml if slots.stop else None)
    found.add(slots.stop, stop if stopped_at else None, row="stop")


def _planned(form: "ProcedureForm", clock: Clock, events: list[Any]) -> dict[int, datetime]:
    sheet = form.setting.sheet
    if sheet is None or not form.cleaned_data.get("as_planned") or clock.started is None:
        return {}
    return starts_as_planned(
        sheet.planned_steps,
        noted=clock.noted,
        rates=rates_of(form.step_rows),
        pauses=pauses_of(events),
        last_step=form.cleaned_data.get("last_step"),
    )


def _at_of(old: Happening | None) -> datetime | None:
    return old.at if old else None


def _vitals_at(old: Happening | None, start: Happening | None, noted: datetime | None) -> datetime | None:
    """The sheet has vital signs beside the start of a step; a time of their own that was recorded stays."""
    own = old is not None and old.at is not None and (start is None or old.at != start.at)
    return old.at if old is not None and own else noted


def clock_of(form: "ProcedureForm") -> Clock:
    """Reads the times of the day, where it is known to the day: a time of day has no meaning without it."""
    found = form.cleaned_data.get("day")
    if not found or found[1] != DayPrecision.DAY:
        return Clock(day=None)
    day, today = found[0], timezone.localdate(form.setting.now)
    sheet = form.setting.sheet
    planned = planned_minutes(sheet.planned_steps if sheet else ())
    return Clock(day=day, cannot_be=not form.setting.patient.birth_date <= day <= today, planned=planned)
