"""When tests are done after a reaction and after medicines, in days and in words."""

from datetime import date, datetime
from decimal import Decimal
from uuid import uuid4

import pytest
from django.utils import timezone

from drugs.services import load_library
from patients.background.entered import NewMedicine
from patients.background.services import record_medicine, state_no_medicines
from reactions.skin_tests.since_reaction import lies_before, since_reaction
from reactions.skin_tests.timing_words import since_text, timing_text, washout_texts
from tests.clinic import registered
from tests.reactions.recording.records import error_row, reaction_row
from tests.reactions.skin_tests import typed

pytestmark = pytest.mark.django_db(transaction=True)
DAY = date(2026, 11, 20)


@pytest.fixture
def patient(allergist):
    load_library(by="test", at=timezone.now())
    return registered(allergist)


def began(day, precision, **changes):
    moment = timezone.make_aware(datetime.fromisoformat(day))
    return {"started_at": moment, "started_precision": precision} | changes


@pytest.mark.parametrize(
    ("began_at", "days", "exact", "timing"),
    [
        (began("2026-11-06T23:50", "minute"), 14, True, "two-to-four-weeks"),
        (began("2026-11-06T23:50", "minute", onset=Decimal(20)), 13, True, "too-early"),
        (began("2026-11-07", "day"), 13, True, "too-early"),
        (began("2026-11-06", "day", onset=Decimal(2), onset_unit="days"), 12, True, "too-early"),
        (began("2026-10-01", "month"), 20, False, "two-to-four-weeks"),
        (began("2026-11-01", "month"), 0, False, "too-early"),
        (began("2025-01-01", "year"), 324, False, "usual"),
        (began("2024-01-01", "year"), 689, False, "late"),
        (began("2026-12-01", "month"), -41, False, "before-reaction"),
        (began("2026-11-21", "day"), -1, True, "before-reaction"),
    ],
)
def test_days_after_a_reaction_as_exactly_as_it_is_known(patient, allergist, began_at, days, exact, timing):
    begun = {"onset": None, "onset_unit": "", "onset_precision": ""} | began_at
    if begun["onset"] is not None:
        begun |= {"onset_unit": begun["onset_unit"] or "minutes", "onset_precision": "about"}
    found = since_reaction(reaction_row(patient, allergist, **begun), tested_on=DAY)
    assert (found.days, found.exact, found.timing) == (days, exact, timing)


@pytest.mark.parametrize(
    ("began_at", "before"),
    [
        (began("2026-01-01", "year"), False),
        (began("2026-11-01", "month"), False),
        (began("2026-12-01", "month"), True),
        (began("2026-11-20", "day"), False),
        (began("2026-11-21", "day"), True),
        (began("2026-11-19T23:50", "minute", onset=Decimal(20)), False),
        (began("2026-11-20T23:50", "minute", onset=Decimal(20)), True),
    ],
)
def test_tests_lie_before_a_reaction_only_where_that_is_certain(patient, allergist, began_at, before):
    timed = {"onset_unit": "minutes", "onset_precision": "about"} if "onset" in began_at else {}
    unknown = {"onset": None, "onset_unit": "", "onset_precision": ""}
    assert lies_before(reaction_row(patient, allergist, **(unknown | began_at | timed)), DAY) is before


def test_a_reaction_in_error_leaves_the_days_untold(patient, allergist):
    reaction = reaction_row(patient, allergist)
    tested = typed.drug(0, "oxaliplatin", "1")
    session = typed.planned(patient, allergist, tested, reaction=str(reaction.case_key))
    assert since_text(typed.shown(session)).startswith("18 days after oxaliplatin")
    error_row(reaction, allergist)
    shown = typed.shown(session)
    assert since_text(shown) == "days since the reaction: cannot be computed, no reaction is named"
    assert timing_text(shown) == ""


def test_a_reaction_known_by_its_year_is_at_least_so_many_days_back(patient, allergist):
    reaction = reaction_row(patient, allergist, **began("2025-01-01", "year"))
    tested = typed.drug(0, "oxaliplatin", "1")
    shown = typed.shown(typed.planned(patient, allergist, tested, reaction=str(reaction.case_key)))
    assert since_text(shown) == "at least 324 days after oxaliplatin · 2025"
    assert timing_text(shown) == "At least 4 weeks after the reaction."


def taken(patient, by, name, kind, intake, last_on=None):
    new = NewMedicine(medicine_class=kind, name=name, dose="", intake=intake, last_intake_on=last_on, decision="")
    record_medicine(patient=patient, new=new, entry_key=uuid4(), by=by, at=timezone.now())


def texts(patient, by):
    session = typed.planned(patient, by, typed.drug(0, "oxaliplatin", "1"))
    typed.entered(session, by, {"histamine": "6", "negative": "0", "t1-wheal": "0", "t1-erythema": "0"})
    shown = typed.shown(session)
    (drug,) = shown.drugs
    cautions = [caution.code for caution in drug.verdict.cautions]
    return list(washout_texts(shown)), cautions


def test_each_medicine_that_bears_on_the_tests_is_named_with_its_washout(patient, allergist):
    taken(patient, allergist, "cetirizine", "antihistamine_second", "stopped", date(2026, 11, 15))
    taken(patient, allergist, "loratadine", "antihistamine_second", "stopped", date(2026, 11, 13))
    taken(patient, allergist, "ranitidine", "h2_blocker", "ongoing")
    taken(patient, allergist, "amitriptyline", "tricyclic", "unknown")
    taken(patient, allergist, "omalizumab", "omalizumab", "stopped", date(2026, 10, 1))
    taken(patient, allergist, "montelukast", "montelukast", "ongoing")
    taken(patient, allergist, "bisoprolol", "beta_blocker", "ongoing")
    said, cautions = texts(patient, allergist)
    assert sorted(said) == [
        "amitriptyline: the last intake is not known; ask",
        "cetirizine: stopped 5 of 7 days before, a negative is unreliable",
        "omalizumab: makes tests negative for weeks to months",
        "ranitidine: still taken, a negative is unreliable",
    ]
    assert sorted(code for code in cautions if code != "intradermal-not-done") == [
        "medicine-suppresses",
        "washout-not-known",
        "washout-too-short",
        "washout-too-short",
    ]


def test_a_medicine_taken_after_the_day_of_the_tests_counts_as_not_stopped(patient, allergist):
    taken(patient, allergist, "cetirizine", "antihistamine_second", "taken", timezone.localdate())
    assert texts(patient, allergist)[0] == ["cetirizine: stopped 0 of 7 days before, a negative is unreliable"]


def test_none_taken_says_nothing_and_nobody_asked_says_so(patient, allergist):
    assert texts(patient, allergist)[0] == ["medicines that bear on skin tests: not recorded; ask"]
    state_no_medicines(patient=patient, stated_on=DAY, entry_key=uuid4(), by=allergist, at=timezone.now())
    assert texts(patient, allergist)[0] == []
