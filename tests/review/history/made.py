"""Desensitizations that the tests of the history begin with, recorded by the service of real work."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.utils import timezone

from drugs.names import drug_key
from procedures.models import (
    AdjuvantDose,
    AdjuvantPlan,
    Breakthrough,
    BreakthroughInError,
    Procedure,
    ProcedureInError,
)
from procedures.recording.entered import NewEnding, NewEvent, NewParticulars, NewPremedication, NewProcedure
from procedures.recording.services import record_procedure
from tests.reactions.assessing.records import assessment_row, challenge_row
from tests.reactions.recording.records import decision_row, reaction_row, sign_row
from tests.reactions.samples.records import case
from tests.reactions.skin_tests.rows import opinion_row, reading_row, round_row, session_row, skin_test_row

FIRST = date(2026, 8, 20)
ONDANSETRON = NewPremedication(medicine="ondansetron", dose=Decimal(8), dose_unit="mg", route="IV")


def procedure(patient, by, day: date = FIRST, *, culprit: str = "oxaliplatin", **changes: Any) -> Procedure:
    """A desensitization in 16 steps and 4 bags, tolerated unless `ending` says otherwise."""
    told = {"day": day, "steps": 16, "bags": 4} | changes.pop("particulars", {})
    new = NewProcedure(
        culprit=culprit,
        particulars=NewParticulars(**told),
        **{"ending": NewEnding(outcome="tolerated", last_step=16)} | changes,
    )
    return record_procedure(patient=patient, new=new, entry_key=uuid4(), by=by, at=timezone.now())


def stopped(step: int | None = None, **changes: Any) -> NewEnding:
    """Stopped at a step, by the clinicians."""
    return NewEnding(outcome="stopped", last_step=step, **{"stopped_by": "clinical"} | changes)


def started(*steps: int) -> tuple[NewEvent, ...]:
    """The start of these steps, a quarter of an hour each."""
    at = datetime(2026, 8, 20, 7, 0, tzinfo=UTC)
    return tuple(NewEvent(kind="start", step=n, at=at + timedelta(minutes=15 * n)) for n in steps)


def breakthrough(row: Procedure, by, step: int | None = None, *, grade: int | None = None, **changes: Any):
    """A reaction of urticaria at a step, with its grade where one was decided; the row that ties it."""
    when = datetime.combine(row.particulars_rows.order_by("-number")[0].day, datetime.min.time(), tzinfo=UTC)
    reaction = reaction_row(
        row.patient,
        by,
        culprit=row.culprit,
        occasion="desensitization",
        started_at=when + timedelta(hours=12),
        started_precision="day",
        sbp_mmhg=None,
        spo2_percent=None,
    )
    sign_row(reaction, "urticaria")
    if grade is not None:
        decision_row(reaction, by, decided=grade, reason="as printed")
    tie = Breakthrough(
        procedure=row,
        reaction_case=reaction.case_key,
        step=step,
        entry_key=uuid4(),
        recorded_by=by,
        recorded_at=timezone.now(),
        **changes,
    )
    tie.save()
    return tie


def dose(patient, by, day: date, *, culprit: str = "oxaliplatin", **changes: Any) -> AdjuvantDose:
    """Omalizumab 300 mg on a day."""
    values: dict[str, Any] = {
        "adjuvant": "omalizumab",
        "dose": Decimal(300),
        "dose_unit": "mg",
        "given_on": day,
        "given_precision": "day",
    }
    return _about(AdjuvantDose, patient, by, culprit, values | changes)


def plan(patient, by, day: date, *, culprit: str = "oxaliplatin", **changes: Any) -> AdjuvantPlan:
    """Omalizumab every 28 days from a day."""
    values = {"adjuvant": "omalizumab", "from_on": day, "from_precision": "day", "interval_days": 28}
    return _about(AdjuvantPlan, patient, by, culprit, values | changes)


def in_error(row: Procedure, by) -> None:
    """The procedure was a mistake."""
    _mark(ProcedureInError, row, by)


def untied(tie: Breakthrough, by) -> None:
    """The tie was a mistake."""
    _mark(BreakthroughInError, tie, by)


def monthly(patient, by, count: int) -> None:
    """So many cycles from the first, one a month, omalizumab a week before each, a reaction in every tenth."""
    for number in range(count):
        day = FIRST - timedelta(days=30 * (count - number))
        reacts = number % 10 == 3
        ending = NewEnding(outcome="completed with reaction" if reacts else "tolerated", last_step=16)
        noted = started(*range(1, 17)) if number % 10 == 0 else ()
        premedicated = {"premedications": (ONDANSETRON,), "events": noted}
        row = procedure(patient, by, day, ending=ending, **premedicated)
        if reacts:
            breakthrough(row, by, 14, grade=1 + number % 3)
        dose(patient, by, day - timedelta(days=7))


def of_each_kind(patient, by, count: int) -> None:
    """So many of everything that the history reads; of the desensitizations one more, with a reaction."""
    monthly(patient, by, count)
    for number in range(min(count, 3)):
        ending = NewEnding(outcome="completed with reaction")
        breakthrough(procedure(patient, by, FIRST + timedelta(days=number), ending=ending), by, 2, grade=2)
        plan(patient, by, FIRST + timedelta(days=number))
        case(patient, by)
        challenge_row(patient, by)
        session = session_row(patient, by)
        reading = reading_row(round_row(session, by), skin_test_row(session, drug="oxaliplatin"))
        opinion_row(reading, by)
        assessment_row(reaction_row(patient, by), by, number=number + 1)


def _about(model, patient, by, culprit: str, values: dict[str, Any]):
    common = {"patient": patient, "recorded_by": by, "recorded_at": timezone.now(), "entry_key": uuid4()}
    row = model(culprit=culprit, culprit_key=drug_key(culprit), **common, **values)
    row.save()
    return row


def _mark(model, entry, by) -> None:
    model(entry=entry, reason="another patient's", marked_by=by, marked_at=timezone.now(), entry_key=uuid4()).save()
