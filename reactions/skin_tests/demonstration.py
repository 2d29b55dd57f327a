"""The skin tests of the published cases, through the same forms and services as real work."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.utils import timezone

from desens.access.models import User
from desens.numbers.files import load_file
from desens.unit.selectors import current
from drugs.names import drug_key
from patients.models import Patient
from patients.person import records_of
from reactions.models import Reaction, SkinTestSession
from reactions.skin_test_choices import NegativeControl, ReadAfter, StrengthUnit
from reactions.skin_tests.entered import NewOpinion
from reactions.skin_tests.library_strengths import strengths_of
from reactions.skin_tests.plan_form import PlanForm, places
from reactions.skin_tests.results_form import ResultsForm
from reactions.skin_tests.selectors import session_of, shown_session, standing_reactions
from reactions.skin_tests.services import plan_session, record_opinion, record_round
from reactions.skin_tests.since_reaction import last_possible_day

FILE = Path(__file__).parent / "published.yaml"
REASON = "as the paper prints it"


def load_skin_tests(patient: Patient, *, by: User, at: datetime) -> int:
    """Record the skin tests of the published case with this patient's number; how many sessions there were."""
    cases = load_file(FILE).get(patient.hospital_number, [])
    for case in cases:
        _load(patient, case, by=by, at=at)
    return len(cases)


def _load(patient: Patient, case: Mapping[str, Any], *, by: User, at: datetime) -> None:
    session = _planned(patient, case, by=by, at=at)
    if "read" in case:
        typed = dict(case["read"]) | {"entry_key": str(uuid4())}
        form = ResultsForm(typed, session=session, read_after=ReadAfter.MINUTES, today=timezone.localdate(at))
        _require(form)
        key = form.cleaned_data["entry_key"]
        record_round(patient=patient, session=session, new=form.new_round(), entry_key=key, by=by, at=at)
    ids = records_of(patient).ids
    tests = shown_session(ids, session_of(ids, str(session.entry_key))).tests
    for number, result in case["results"].items():
        shown = tests[int(number) - 1]
        computed = (shown.verdict.result if shown.verdict else None) or ""
        new = NewOpinion(test=shown.row, reading=shown.newest, result=result, computed=computed, reason=REASON)
        record_opinion(patient=patient, new=new, entry_key=uuid4(), by=by, at=at)


def _planned(patient: Patient, case: Mapping[str, Any], *, by: User, at: datetime) -> SkinTestSession:
    reactions = standing_reactions(records_of(patient).ids)
    reaction = _reaction_of(reactions, case["drugs"][0]["drug"])
    typed = _typed(case) | {
        "reaction": str(reaction.case_key) if reaction else "",
        "tested_on": _day(reaction, int(case["days_after"]), timezone.localdate(at)).isoformat(),
        "entry_key": str(uuid4()),
    }
    form = PlanForm(
        typed,
        patient=patient,
        reactions=reactions,
        library=strengths_of(places(typed, ()), unit=current()),
        today=timezone.localdate(at),
    )
    _require(form)
    return plan_session(patient=patient, new=form.new_session(), entry_key=form.cleaned_data["entry_key"], by=by, at=at)


def _typed(case: Mapping[str, Any]) -> dict[str, str]:
    typed = {"negative_control": NegativeControl.GLYCERIN.value, "note": case["source"]}
    typed |= {"own_controls": "on"} if "own_controls" in case else {}
    for place, drug in enumerate(case["drugs"]):
        values = {name: str(value) for name, value in drug.items()} | {"unit": StrengthUnit.MG_ML.value}
        values |= {"stock_unit": StrengthUnit.MG_ML.value} if "stock" in drug else {}
        typed |= {f"d{place}-{name}": value for name, value in values.items()}
    return typed


def _reaction_of(reactions: Sequence[Reaction], drug: str) -> Reaction | None:
    """The first reaction to the drug."""
    return next((row for row in reversed(reactions) if row.culprit_key == drug_key(drug)), None)


def _day(reaction: Reaction | None, days_after: int, today: date) -> date:
    if reaction is None:
        return today
    return min(last_possible_day(reaction) + timedelta(days=days_after), today)


def _require(form: PlanForm | ResultsForm) -> None:
    if not form.is_valid():
        raise ValueError(form.errors.as_json())
