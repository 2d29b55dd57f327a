"""The desensitizations of one published case, with their reactions and doses of omalizumab."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.utils import timezone

from desens.access.models import User
from desens.numbers.files import load_file
from patients.models import Patient
from procedures.adjuvants.entered import NewDose, NewPlan
from procedures.adjuvants.services import record_dose, record_plan
from procedures.breakthroughs.entered import NewBreakthrough, NewTie
from procedures.breakthroughs.services import record_breakthrough
from procedures.models import Procedure
from procedures.recording.entered import NewEnding, NewParticulars, NewPremedication, NewProcedure
from procedures.recording.services import record_procedure
from reactions.recording.demonstration import new_reaction

FILE = Path(__file__).parent / "published.yaml"
#: What the series printed once for all its patients.
SERIES = {"steps": "16", "bags": "4", "premedication": "series"}
NOT_PRINTED = "unknown"
NO_OUTCOME = "not recorded"
#: What of a reaction in the file is its place in the procedure, not the reaction.
PLACE = ("step", "next", "late_hours")


@dataclass(frozen=True, kw_only=True)
class Course:
    """One procedure of the file on its day."""

    day: date
    told: Mapping[str, Any]


def load_courses(patient: Patient, *, by: User, at: datetime) -> int:
    """Record what the file says of this patient's number; how many procedures there were."""
    published = load_file(FILE)
    today, number = timezone.localdate(at), patient.hospital_number
    who: dict[str, Any] = {"by": by, "at": at}
    courses = sorted(_courses(published["cases"].get(number, []), today), key=lambda course: course.day)
    for course in courses:
        _load(patient, course, published["premedications"], **who)
    for plan in published["plans"].get(number, []):
        record_plan(patient=patient, new=_plan(plan, today), entry_key=uuid4(), **who)
    return len(courses)


def _courses(told: list[Mapping[str, Any]], today: date) -> Iterator[Course]:
    for each in told:
        again = each.get("again", {"times": 0, "every": 0})
        for turn in range(int(again["times"]) + 1):
            yield Course(day=_day(each, today) + timedelta(days=turn * int(again["every"])), told=each)


def _day(told: Mapping[str, Any], today: date) -> date:
    return date.fromisoformat(told["on"]) if "on" in told else today - timedelta(days=int(told["days_ago"]))


def _load(patient: Patient, course: Course, premedications: Mapping[str, Any], **who: Any) -> None:
    told = course.told
    for days in told.get("omalizumab", ()):
        dose = NewDose(
            culprit=told["culprit"],
            given_on=course.day - timedelta(days=int(days)),
            dose=Decimal(300),
            dose_unit="mg",
        )
        record_dose(patient=patient, new=dose, entry_key=uuid4(), **who)
    procedure = record_procedure(patient=patient, new=_procedure(course, premedications), entry_key=uuid4(), **who)
    for reaction in told.get("reactions", ()):
        _react(procedure, course, reaction, **who)


def _procedure(course: Course, premedications: Mapping[str, Any]) -> NewProcedure:
    told = SERIES | dict(course.told) if "planned_dose" not in course.told else course.told
    given = premedications[told["premedication"]] if "premedication" in told else ()
    dose = Decimal(told["planned_dose"]) if "planned_dose" in told else None
    return NewProcedure(
        culprit=told["culprit"],
        particulars=NewParticulars(
            day=course.day,
            cycle_number=_whole(told, "cycle_number"),
            steps=_whole(told, "steps"),
            bags=_whole(told, "bags"),
            planned_dose=dose,
            planned_dose_unit="" if dose is None else "mg",
            **_words(told, "place", "protocol_note", "note"),
        ),
        premedications=tuple(_premedication(one) for one in given),
        ending=None if told["outcome"] == NO_OUTCOME else _ending(told),
    )


def _ending(told: Mapping[str, Any]) -> NewEnding:
    words = _words(told, "outcome", "stopped_by", "reason")
    return NewEnding(**words, last_step=_whole(told, "last_step"))


def _premedication(told: Mapping[str, str]) -> NewPremedication:
    return NewPremedication(**_words(told, "medicine", "dose_unit", "route"), dose=Decimal(told["dose"]))


def _react(procedure: Procedure, course: Course, told: Mapping[str, Any], *, by: User, at: datetime) -> None:
    case = {name: value for name, value in told.items() if name not in PLACE} | {"culprit": procedure.culprit}
    late = Decimal(told["late_hours"]) if "late_hours" in told else None
    tie = NewTie(
        step=_whole(told, "step"),
        done_next=told.get("next", ""),
        late=late is not None,
        hours_after_end=late,
    )
    new = NewBreakthrough(reaction=new_reaction(case, at, on=course.day), tie=tie)
    record_breakthrough(procedure=procedure, new=new, entry_key=uuid4(), by=by, at=at)


def _plan(told: Mapping[str, Any], today: date) -> NewPlan:
    plan = NewPlan(culprit=told["culprit"], from_on=_day(told, today))
    if "stopped" in told:
        return replace(plan, stopped=True, reason=told["stopped"])
    return replace(plan, interval_days=_whole(told, "interval_days"))


def _whole(told: Mapping[str, Any], name: str) -> int | None:
    return int(told[name]) if told.get(name, NOT_PRINTED) != NOT_PRINTED else None


def _words(told: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: told[name] for name in names if name in told}
