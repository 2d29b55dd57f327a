"""Skin tests as people type them, through the forms and services of real work."""

from datetime import date
from uuid import uuid4

from django.utils import timezone

from desens.unit.selectors import current
from patients.keeping_services import mark_in_error
from patients.person import records_of
from reactions.skin_test_choices import ReadAfter
from reactions.skin_tests.entered import NewOpinion
from reactions.skin_tests.library_strengths import strengths_of
from reactions.skin_tests.plan_form import PlanForm, places
from reactions.skin_tests.results_form import ResultsForm
from reactions.skin_tests.selectors import session_of, shown_session, standing_reactions
from reactions.skin_tests.services import plan_session, record_opinion, record_round

TODAY = date(2026, 11, 20)


def drug(place: int, name: str, prick: str = "", intradermal: str = "", stock: str = "", unit: str = "mg/mL"):
    """What is typed of one drug."""
    return {
        f"d{place}-drug": name,
        f"d{place}-prick": prick,
        f"d{place}-intradermal": intradermal,
        f"d{place}-unit": unit,
        f"d{place}-stock": stock,
        f"d{place}-stock_unit": unit if stock else "",
    }


def plan_data(*drugs, **changes: str) -> dict[str, str]:
    """What is typed of a session on 2026-11-20."""
    typed = {"tested_on": "2026-11-20", "negative_control": "glycerin", "entry_key": str(uuid4())}
    for each in drugs:
        typed |= each
    return typed | changes


def plan_form(patient, data, today: date = TODAY) -> PlanForm:
    unit = current()
    reactions = standing_reactions(records_of(patient).ids)
    library = strengths_of(places(data, ()), unit=unit)
    return PlanForm(data, patient=patient, reactions=reactions, library=library, today=today)


def planned(patient, by, *drugs, **changes: str):
    """A stored session."""
    form = plan_form(patient, plan_data(*drugs, **changes))
    assert form.is_valid(), (form.errors, [each.errors for each in form.drugs])
    key = form.cleaned_data["entry_key"]
    return plan_session(patient=patient, new=form.new_session(), entry_key=key, by=by, at=timezone.now())


def results_form(session, data, read_after: str = "minutes", today: date = TODAY) -> ResultsForm:
    typed = {"entry_key": str(uuid4())} | data
    return ResultsForm(typed, session=session, read_after=ReadAfter(read_after), today=today)


def entered(session, by, data, read_after: str = "minutes"):
    """A stored round of readings."""
    form = results_form(session, data, read_after)
    assert form.is_valid(), form.errors
    key = form.cleaned_data["entry_key"]
    return record_round(
        patient=session.patient, session=session, new=form.new_round(), entry_key=key, by=by, at=timezone.now()
    )


def shown(session):
    """The session as its page shows it."""
    ids = records_of(session.patient).ids
    return shown_session(ids, session_of(ids, str(session.entry_key)))


def everything(patient, by):
    """A session of two drugs with own controls, read twice and days later, one round in error, one read otherwise."""
    tested = drug(0, "oxaliplatin", "1", "0.01 0.1 5", "5"), drug(1, "a drug nobody knows", "0.5")
    session = planned(patient, by, *tested, own_controls="on", note="left forearm")
    first = entered(session, by, {"histamine": "2 2", "t1-wheal": "0"})
    mark_in_error(entry=first, reason="another patient's", entry_key=uuid4(), by=by, at=timezone.now())
    read = {"t3-initial": "5 5", "t3-wheal": "10 9", "t3-erythema": "20"}
    entered(session, by, {"histamine": "6 6", "t1-wheal": "4 3", "t1-control": "0", "t1-erythema": "12"} | read)
    entered(session, by, {"t3-infiltrated": "yes", "t3-erythema": "8", "t1-infiltrated": "no"}, "48")
    first = shown(session).tests[0]
    new = NewOpinion(
        test=first.row, reading=first.newest, result="negative", computed="positive", reason="dermographism"
    )
    record_opinion(patient=patient, new=new, entry_key=uuid4(), by=by, at=timezone.now())
    return session
