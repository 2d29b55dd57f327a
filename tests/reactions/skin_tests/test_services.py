"""The services guard what no form lets through: other patients, other sessions, a strength above its stock."""

from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import SuspiciousOperation
from django.utils import timezone

from drugs.services import load_library
from patients.keeping_services import join_records
from patients.person import records_of
from reactions.models import SkinTestOpinion, SkinTestRound, SkinTestSession
from reactions.skin_tests import services
from reactions.skin_tests.entered import NewOpinion
from reactions.skin_tests.selectors import sessions
from tests.clinic import registered
from tests.reactions.recording.records import reaction_row
from tests.reactions.skin_tests import typed

pytestmark = pytest.mark.django_db(transaction=True)
OXALIPLATIN = typed.drug(0, "oxaliplatin", "1", "0.1", "5")


@pytest.fixture
def patient(allergist):
    load_library(by="test", at=timezone.now())
    return registered(allergist)


@pytest.fixture
def other(allergist):
    return registered(allergist, hospital_number="2")


def new_session(patient):
    form = typed.plan_form(patient, typed.plan_data(OXALIPLATIN))
    assert form.is_valid()
    return form.new_session()


def new_round(session):
    form = typed.results_form(session, {"histamine": "6", "t1-wheal": "4"})
    assert form.is_valid()
    return form.new_round()


def entry(by):
    return {"entry_key": uuid4(), "by": by, "at": timezone.now()}


def test_a_session_after_the_reaction_of_another_patient_is_refused(patient, other, allergist):
    new = replace(new_session(patient), reaction=reaction_row(other, allergist))
    with pytest.raises(SuspiciousOperation):
        services.plan_session(patient=patient, new=new, **entry(allergist))
    assert not SkinTestSession.objects.exists()


def test_a_strength_above_its_stock_is_refused_whatever_the_form_let_through(patient, allergist):
    new = new_session(patient)
    strong = replace(new.tests[0], concentration=Decimal(6_000), unit="mcg/mL")
    with pytest.raises(services.AboveStockError, match="oxaliplatin 6000 mcg/mL"):
        services.plan_session(patient=patient, new=replace(new, tests=(strong,)), **entry(allergist))
    assert not SkinTestSession.objects.exists()


def test_results_of_another_patient_or_session_are_refused(patient, other, allergist):
    mine, theirs = (typed.planned(owner, allergist, OXALIPLATIN) for owner in (patient, other))
    for owner, session, tested in ((other, mine, mine), (patient, mine, theirs)):
        with pytest.raises(SuspiciousOperation):
            services.record_round(patient=owner, session=session, new=new_round(tested), **entry(allergist))
    assert not SkinTestRound.objects.exists()


def test_a_round_without_a_reading_is_refused(patient, allergist):
    session = typed.planned(patient, allergist, OXALIPLATIN)
    new = replace(new_round(session), readings=())
    with pytest.raises(services.NothingReadError):
        services.record_round(patient=patient, session=session, new=new, **entry(allergist))


def test_an_opinion_on_another_patients_test_or_another_tests_reading_is_refused(patient, other, allergist):
    session = typed.planned(patient, allergist, OXALIPLATIN)
    typed.entered(session, allergist, {"histamine": "6", "t1-wheal": "4"})
    first, second = typed.shown(session).tests
    for owner, test in ((other, first), (patient, second)):
        new = NewOpinion(test=test.row, reading=first.newest, result="positive", computed="", reason="seen")
        with pytest.raises(SuspiciousOperation):
            services.record_opinion(patient=owner, new=new, **entry(allergist))
    assert not SkinTestOpinion.objects.exists()


def test_a_round_sent_twice_is_kept_once(patient, allergist):
    session = typed.planned(patient, allergist, OXALIPLATIN)
    new, sent = new_round(session), entry(allergist)
    first, second = (services.record_round(patient=patient, session=session, new=new, **sent) for _time in range(2))
    assert first == second
    assert SkinTestRound.objects.get().readings.count() == 1


def test_an_opinion_goes_with_the_reading_it_is_about(patient, allergist):
    session = typed.planned(patient, allergist, OXALIPLATIN)
    typed.entered(session, allergist, {"histamine": "6", "t1-wheal": "4"})
    (first, second) = typed.shown(session).tests
    about_reading = NewOpinion(test=first.row, reading=first.newest, result="invalid", computed="", reason="smeared")
    without_one = NewOpinion(test=second.row, reading=None, result="positive", computed="", reason="their letter")
    for new in (about_reading, without_one):
        services.record_opinion(patient=patient, new=new, **entry(allergist))
    assert [test.opinion.result for test in typed.shown(session).tests] == ["invalid", "positive"]
    typed.entered(session, allergist, {"histamine": "6", "t1-wheal": "5"})
    (first, second) = typed.shown(session).tests
    assert (first.opinion, second.opinion.reason) == (None, "their letter")
    assert second.verdict.result is None


def test_the_sessions_of_joined_records_stand_together(patient, other, allergist):
    typed.planned(patient, allergist, OXALIPLATIN)
    theirs = typed.planned(other, allergist, OXALIPLATIN)
    join_records(leading=patient, joined=other, reason="registered twice", **entry(allergist))
    assert len(sessions(records_of(patient).ids)) == 2
    services.record_round(patient=patient, session=theirs, new=new_round(theirs), **entry(allergist))
    assert SkinTestRound.objects.get().patient == other
