"""Procedures, ties and adjuvants that tests begin with, made by the same services as real work."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.utils import timezone

from procedures.adjuvants.entered import NewDose, NewPlan
from procedures.adjuvants.services import record_dose, record_plan
from procedures.breakthroughs.entered import NewBreakthrough, NewTie
from procedures.breakthroughs.services import record_breakthrough
from procedures.models import AdjuvantDose, AdjuvantPlan, Breakthrough, Procedure
from procedures.recording.entered import NewEnding, NewEvent, NewParticulars, NewProcedure
from procedures.recording.services import record_procedure
from reactions.recording.entered import NewReaction

START = datetime(2026, 11, 10, 8, 0, tzinfo=UTC)


def procedure_of(patient, by, *, version=None, events=(), ending=None, **changes: Any) -> Procedure:
    """A desensitization to oxaliplatin in 16 steps on 2026-11-10; `events` are (kind, step, minute)."""
    values: dict[str, Any] = {"day": date(2026, 11, 10), "started_at": START, "steps": 16, "bags": 4} | changes
    new = NewProcedure(
        culprit="oxaliplatin",
        version=version,
        particulars=NewParticulars(**values),
        events=tuple(NewEvent(kind=kind, step=step, at=minute(at)) for kind, step, at in events),
        ending=ending and NewEnding(**ending),
    )
    return record_procedure(patient=patient, new=new, entry_key=uuid4(), by=by, at=timezone.now())


def minute(count: int) -> datetime:
    """So many minutes after the start."""
    return START + timedelta(minutes=count)


def breakthrough_reaction(**changes: Any) -> NewReaction:
    """Urticaria 90 minutes after the start."""
    values: dict[str, Any] = {
        "culprit": "oxaliplatin",
        "started_at": START,
        "started_precision": "minute",
        "occasion": "desensitization",
        "onset": Decimal(90),
        "onset_unit": "minutes",
        "onset_precision": "exact",
        "signs": frozenset({"urticaria"}),
    }
    return NewReaction(**(values | changes))


def breakthrough_of(procedure, by, *, entry_key=None, reaction=None, **tie: Any) -> Breakthrough:
    """A breakthrough at step 13 unless said otherwise."""
    place = NewTie(**({"step": 13, "minute": Decimal(90), "done_next": "paused"} | tie))
    new = NewBreakthrough(reaction=reaction or breakthrough_reaction(), tie=place)
    return record_breakthrough(procedure=procedure, new=new, entry_key=entry_key or uuid4(), by=by, at=timezone.now())


def dose_of(patient, by, *, entry_key=None, **changes: Any) -> AdjuvantDose:
    """Omalizumab 300 mg two weeks before the procedure."""
    values: dict[str, Any] = {
        "culprit": "oxaliplatin",
        "given_on": date(2026, 10, 27),
        "dose": Decimal(300),
        "dose_unit": "mg",
    } | changes
    new = NewDose(**values)
    return record_dose(patient=patient, new=new, entry_key=entry_key or uuid4(), by=by, at=timezone.now())


def plan_of(patient, by, *, entry_key=None, **changes: Any) -> AdjuvantPlan:
    """Every two weeks."""
    values: dict[str, Any] = {"culprit": "oxaliplatin", "from_on": date(2026, 11, 10), "interval_days": 14} | changes
    new = NewPlan(**values)
    return record_plan(patient=patient, new=new, entry_key=entry_key or uuid4(), by=by, at=timezone.now())
