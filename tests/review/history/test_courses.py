"""What the history gathers: of the whole person, what stands, per drug."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.utils import timezone

from drugs.services import load_library
from patients.keeping_services import join_records
from patients.person import records_of
from procedures.models import Ending, Particulars
from procedures.recording.entered import NewEnding, NewPremedication
from review.history.courses import history
from tests.access.samples import sample_version, somebody
from tests.clinic import registered
from tests.reactions.recording.records import error_row
from tests.review.history import made
from tests.review.history.made import breakthrough, dose, procedure, stopped

pytestmark = pytest.mark.django_db
SEPTEMBER, OCTOBER = date(2026, 9, 11), date(2026, 10, 2)
WITH_REACTION = NewEnding(outcome="completed with reaction", last_step=16)


def courses(patient):
    return history(records_of(patient), code=patient.code, viewer=somebody())


def course(patient):
    (only,) = courses(patient)
    return only


def drawn(cycle) -> str:
    return "".join(glyph for piece in cycle.pieces for glyph in piece.glyphs)


def test_the_strips_of_the_drawing(allergist):
    patient = registered(allergist)
    first = procedure(patient, allergist, ending=stopped(13))
    breakthrough(first, allergist, 11, grade=2)
    breakthrough(first, allergist, 13, grade=3)
    second = procedure(patient, allergist, SEPTEMBER, ending=WITH_REACTION)
    for step in (14, 15, 16):
        breakthrough(second, allergist, step, grade=2)
    procedure(patient, allergist, OCTOBER)
    assert [(cycle.day_text, drawn(cycle), cycle.outcome_text) for cycle in course(patient).cycles] == [
        ("2026-10-02", "■" * 16, "tolerated"),
        ("2026-09-11", "■" * 13 + "▲2▲2▲2", "completed with reaction"),
        ("2026-08-20", "■" * 10 + "▲2■▲3□□□", "stopped at step\u00a013: clinical decision"),
    ]
    assert course(patient).counts == ("tolerated: 1 of 3", "completed with reaction: 1 of 3", "stopped: 1 of 3")


def test_the_words_of_a_strip_name_every_stretch(allergist):
    patient = registered(allergist)
    row = procedure(patient, allergist, ending=stopped(13))
    breakthrough(row, allergist, 13, grade=3)
    (cycle,) = course(patient).cycles
    assert [piece.text for piece in cycle.pieces] == [
        "steps 1 to 12: given",
        "step\u00a013: Brown\u00a03, stopped here",
        "steps 14 to 16: not reached",
    ]
    assert [seen.text for seen in cycle.at_steps] == ["step\u00a013: Brown\u00a03"]


def test_of_two_reactions_at_a_step_the_severer_shows_and_both_are_said(allergist):
    patient = registered(allergist)
    row = procedure(patient, allergist, ending=WITH_REACTION)
    breakthrough(row, allergist, 16, grade=1)
    breakthrough(row, allergist, 16, grade=2)
    (cycle,) = course(patient).cycles
    assert drawn(cycle) == "■" * 15 + "▲2"
    assert cycle.pieces[-1].text == "step\u00a016: Brown\u00a01, Brown\u00a02"


def test_a_grade_that_nobody_decided_is_shown_as_proposed(allergist):
    patient = registered(allergist)
    breakthrough(procedure(patient, allergist, ending=WITH_REACTION), allergist, 16)
    (cycle,) = course(patient).cycles
    assert drawn(cycle)[-2:] == "▼1"
    assert cycle.seen[0].text == "step\u00a016: Brown\u00a01 proposed, not decided"


def test_what_is_not_recorded_is_said(allergist):
    patient = registered(allergist)
    bare = {"steps": None, "bags": None, "day": date(2024, 1, 1), "day_precision": "year"}
    row = procedure(patient, allergist, particulars=bare, ending=None)
    breakthrough(row, allergist)
    (cycle,) = course(patient).cycles
    assert (cycle.day_text, cycle.steps_text, cycle.pieces) == ("2024", "steps and bags not recorded", ())
    assert (cycle.outcome_text, cycle.planned, cycle.delivered) == ("outcome not recorded", None, None)
    assert (cycle.premedication, cycle.duration) == ("not recorded", "")
    assert [seen.where for seen in cycle.beside] == ["step not recorded"]
    assert course(patient).counts == ("outcome not recorded: 1 of 1",)


def test_a_stop_says_whose_decision_it_was(allergist):
    patient = registered(allergist)
    procedure(patient, allergist, ending=stopped(16, stopped_by="refusal", reason="urticaria again"))
    procedure(patient, allergist, SEPTEMBER, ending=stopped(None, stopped_by=""))
    refused = "stopped at step\u00a016: the patient refused to go on, urticaria again"
    assert [cycle.outcome_text for cycle in course(patient).cycles] == ["stopped, step not recorded", refused]


def test_a_late_reaction_stands_beside_the_strip(allergist):
    patient = registered(allergist)
    row = procedure(patient, allergist, ending=WITH_REACTION)
    breakthrough(row, allergist, None, grade=3, late=True, hours_after_end=Decimal("0.5"))
    (cycle,) = course(patient).cycles
    assert drawn(cycle) == "■" * 16
    assert [seen.text for seen in cycle.beside] == ["late, 0.5\u00a0h after the end: Brown\u00a03"]


def test_everything_of_joined_records_is_one_history(allergist):
    patient, other = registered(allergist), registered(allergist, hospital_number="2", family_name="Nunez")
    procedure(patient, allergist)
    breakthrough(procedure(other, allergist, SEPTEMBER, ending=WITH_REACTION), allergist, 3, grade=1)
    dose(other, allergist, SEPTEMBER - timedelta(days=7))
    assert len(course(patient).cycles) == 1
    common = {"entry_key": uuid4(), "by": allergist, "at": timezone.now()}
    join_records(leading=patient, joined=other, reason="registered twice", **common)
    newest, oldest = course(patient).cycles
    assert (newest.record, oldest.record) == (other.code, "")
    assert newest.adjuvants == "omalizumab 300\u00a0mg 7\u00a0days before"
    assert other.code not in newest.seen[0].address


def test_mistakes_count_nowhere(allergist):
    patient = registered(allergist)
    wrong = procedure(patient, allergist, SEPTEMBER)
    made.in_error(wrong, allergist)
    row = procedure(patient, allergist, ending=WITH_REACTION)
    made.untied(breakthrough(row, allergist, 3, grade=3), allergist)
    struck = breakthrough(row, allergist, 4, grade=3)
    error_row(type(struck).objects.get(pk=struck.pk).procedure.patient.reactions.latest("id"), allergist)
    found = course(patient)
    assert [cycle.code for cycle in found.cycles] == [row.code]
    assert [cycle.code for cycle in found.mistakes] == [wrong.code]
    assert found.cycles[0].seen == ()
    assert found.counts == ("completed with reaction: 1 of 1",)
    untied = [entry.text for entry in found.entries if not entry.is_cycle]
    assert len(untied) == 1
    assert untied[0].endswith("not tied to a desensitization")


def test_a_correction_stands_and_what_it_replaced_does_not(allergist):
    patient = registered(allergist)
    row = procedure(patient, allergist)
    common = {"procedure": row, "number": 2, "recorded_by": allergist, "recorded_at": timezone.now()}
    Particulars(day=SEPTEMBER, day_precision="day", steps=12, bags=3, entry_key=uuid4(), **common).save()
    Ending(outcome="stopped", last_step=5, entry_key=uuid4(), **common).save()
    tie = breakthrough(row, allergist, 4, grade=1)
    breakthrough(row, allergist, 5, grade=2, corrects=tie)
    (cycle,) = course(patient).cycles
    assert (cycle.day_text, cycle.steps_text) == ("2026-09-11", "12\u00a0steps, 3\u00a0bags")
    assert drawn(cycle) == "■■■■▲2□□□□□□□"


def test_adjuvant_doses_stand_with_the_days_before_the_next(allergist):
    patient = registered(allergist)
    procedure(patient, allergist)
    procedure(patient, allergist, SEPTEMBER)
    for days in (14, 3):
        dose(patient, allergist, SEPTEMBER - timedelta(days=days))
    dose(patient, allergist, SEPTEMBER + timedelta(days=7))
    dose(patient, allergist, date(2026, 7, 1), given_precision="month", dose=None, dose_unit="")
    made.plan(patient, allergist, SEPTEMBER)
    made.plan(patient, allergist, OCTOBER, interval_days=None, stopped=True, reason="no effect")
    found = course(patient)
    assert [cycle.adjuvants for cycle in found.cycles] == ["omalizumab 300\u00a0mg 14 and 3\u00a0days before", ""]
    told = {(entry.day_text, entry.text) for entry in found.entries if not entry.is_cycle}
    assert told == {
        ("2026-09-18", "300\u00a0mg"),
        ("2026-07", "dose not recorded"),
        ("2026-09-11", "every 28\u00a0days"),
        ("2026-10-02", "stopped: no effect"),
    }
    assert found.plans == ("omalizumab: stopped: no effect (2026-10-02)",)


def test_changes_between_cycles(allergist):
    patient = registered(allergist)
    montelukast = NewPremedication(medicine="montelukast", dose=Decimal(10), dose_unit="mg")
    twelve = {"steps": 12, "bags": 3}
    procedure(patient, allergist, particulars=twelve, premedications=(made.ONDANSETRON,))
    procedure(patient, allergist, SEPTEMBER, premedications=(montelukast,))
    procedure(patient, allergist, OCTOBER)
    newest, middle, oldest = course(patient).cycles
    assert middle.changes == ("steps 12, now 16", "bags 3, now 4")
    assert middle.premedication_changes == (
        "now also montelukast 10\u00a0mg",
        "no longer ondansetron 8\u00a0mg IV",
    )
    assert newest.changes == newest.premedication_changes == oldest.changes == ()


def test_one_drug_under_its_brand_is_one_course(allergist):
    load_library(by="test", at=timezone.now())
    patient = registered(allergist)
    procedure(patient, allergist, culprit="Tecentriq")
    procedure(patient, allergist, SEPTEMBER, culprit="atezolizumab")
    procedure(patient, allergist, OCTOBER, culprit="a drug nobody knows")
    assert [(found.drug, len(found.cycles)) for found in courses(patient)] == [
        ("a drug nobody knows", 1),
        ("atezolizumab", 2),
    ]


def test_how_long_it_ran_from_the_first_step_to_the_stop(allergist):
    patient = registered(allergist)
    at = datetime(2026, 8, 20, 14, 5, tzinfo=UTC)
    stop = made.NewEvent(kind="stop", step=3, at=at)
    procedure(patient, allergist, events=(*made.started(1, 2, 3), stop))
    assert course(patient).cycles[0].duration == "6\u00a0h 50\u00a0min".replace(" 50", "\u00a050")


def test_of_a_released_version_the_schedule_says_the_steps_that_nobody_entered(allergist):
    patient = registered(allergist)
    bare = {"steps": None, "bags": None}
    procedure(patient, allergist, culprit="atezolizumab", particulars=bare, version=sample_version(patient))
    (cycle,) = course(patient).cycles
    assert cycle.steps_text == "16\u00a0steps, 4\u00a0bags"
    assert drawn(cycle) == "■" * 16
    assert cycle.protocol.endswith(", version 1")
    assert (str(cycle.planned), cycle.delivered) == ("1\u202f200\u00a0mg", None)


def test_the_dose_is_what_the_engine_computes_from_the_times_else_what_was_entered(allergist):
    patient = registered(allergist)
    stop = made.NewEvent(kind="stop", step=2, at=datetime(2026, 8, 20, 7, 45, tzinfo=UTC))
    ending = stopped(2, delivered=Decimal("0.5"), delivered_unit="mg")
    released = {"culprit": "atezolizumab", "version": sample_version(patient), "ending": ending}
    procedure(patient, allergist, events=(*made.started(1, 2), stop), **released)
    procedure(patient, allergist, SEPTEMBER, culprit="atezolizumab", ending=ending)
    entered, computed = course(patient).cycles
    assert str(entered.delivered) == "0.5\u00a0mg"
    assert computed.delivered is not None
    assert 0 < computed.delivered.value < Decimal("0.5")


def test_old_cycles_of_a_year_stand_in_the_order_of_their_numbers(allergist):
    patient = registered(allergist)
    for number in (3, 1, 2):
        told = {"day_precision": "year", "cycle_number": number}
        procedure(patient, allergist, date(2019, 1, 1), particulars=told)
    assert [cycle.cycle_text for cycle in course(patient).cycles] == ["cycle 3", "cycle 2", "cycle 1"]
