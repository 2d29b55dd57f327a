"""The pages of breakthroughs: the form with its place, ties, corrections, and what the reaction's page says."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from patients.keeping_services import join_records, undo_joining
from procedures.breakthroughs.entered import NewTie
from procedures.breakthroughs.services import mark_tie_in_error, tie_reaction
from procedures.models import Breakthrough, InfusionEvent
from reactions.models import Reaction, ReactionSketch
from tests.access.samples import sample_patient, sample_version
from tests.cast import client_of
from tests.procedures.breakthroughs.test_services import a_reaction
from tests.procedures.breakthroughs.typed import place, send
from tests.procedures.records import breakthrough_of, procedure_of
from tests.queries import queries_of
from tests.reactions.recording.entries import recorded, struck

pytestmark = pytest.mark.django_db


@pytest.fixture
def patient(nurse):
    return sample_patient("1")


@pytest.fixture
def procedure(patient, nurse):
    return procedure_of(patient, nurse)


@pytest.fixture
def client(nurse):
    return client_of(nurse)


def page(client, procedure, route="breakthrough_list", *keys):
    return client.get(reverse(route, args=[procedure.patient.code, procedure.code, *keys])).content.decode()


def test_the_form_begins_with_what_the_procedure_says(client, procedure):
    text = page(client, procedure, "breakthrough_new")
    assert 'value="oxaliplatin"' in text
    assert 'value="2026-11-10"' in text
    assert 'name="occasion"' not in text
    assert 'name="done_next"' in text


def test_what_is_typed_becomes_a_reaction_and_its_place(client, procedure):
    sent = send(client, procedure)
    assert sent.status_code == 302, sent.context["form"].errors
    row, reaction = Breakthrough.objects.get(), Reaction.objects.get()
    assert (row.step, row.bag, row.minute, row.dose_reached, row.dose_reached_unit) == (13, 4, 90, Decimal("9.5"), "mg")
    assert (reaction.occasion, reaction.step, reaction.protocol_steps) == ("desensitization", 13, 16)
    assert (reaction.dose_reached, reaction.dose_unit) == (Decimal("9.5"), "mg")
    listed = page(client, procedure)
    assert "9.5\u00a0mg" in listed
    assert "paused, then resumed" in listed


def test_a_unit_that_reactions_do_not_have_stays_with_the_place(client, procedure):
    send(client, procedure, dose_unit="IU")
    assert Breakthrough.objects.get().dose_reached_unit == "IU"
    assert (Reaction.objects.get().dose_reached, Reaction.objects.get().dose_unit) == (None, "")


def test_a_late_reaction_with_its_delay(client, procedure):
    changes = {"step": "", "bag": "", "late": "on", "hours_after_end": "1,5", "onset": "", "done_next": ""}
    assert send(client, procedure, **changes).status_code == 302
    assert (Breakthrough.objects.get().late, Breakthrough.objects.get().hours_after_end) == (True, Decimal("1.5"))
    assert "1.5\u00a0h" in page(client, procedure)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"step": "17"}, "step"),
        ({"bag": "5"}, "bag"),
        ({"hours_after_end": "1"}, "hours_after_end"),
        ({"done_next": "ended before"}, "done_next"),
        ({"late": "on"}, "step"),
        ({"dose_unit": ""}, "dose_unit"),
        ({"started_on": "2026-11-09"}, "started_on"),
        ({"onset": "", "onset_clock": "0001"}, "onset_clock"),
        ({"started_on": ""}, "started_on"),
    ],
)
def test_what_cannot_be_stands_beside_its_field_and_is_kept_as_a_sketch(client, procedure, changes, field):
    answer = send(client, procedure, **changes)
    assert answer.status_code == 200
    assert field in answer.context["form"].errors
    assert ReactionSketch.objects.count() == 1
    assert not Reaction.objects.exists()
    assert 'value="9,5"' in page(client, procedure, "breakthrough_new")


def test_the_panel_proposes_and_keeps_a_sketch_that_can_be_thrown_away(client, procedure):
    answer = send(client, procedure, route="breakthrough_panel").content.decode()
    assert "Brown" in answer
    send(client, procedure, route="breakthrough_sketch_drop")
    assert not ReactionSketch.objects.exists()


def test_more_rows_of_treatment(client, procedure):
    answer = send(client, procedure, more_rows="1")
    assert answer.url.endswith("?rows=12#treatment")


def test_sent_twice_it_is_one(client, procedure):
    key = str(uuid4())
    assert [send(client, procedure, entry_key=key).status_code for _ in range(2)] == [302, 302]
    assert Breakthrough.objects.count() == Reaction.objects.count() == 1


def test_step_bag_and_dose_follow_from_the_recorded_times(client, patient, nurse):
    events = [("start", step, 15 * (step - 1)) for step in range(1, 8)]
    procedure = procedure_of(patient, nurse, version=sample_version(patient), events=events)
    changes = {"culprit": "atezolizumab", "step": "", "bag": "", "dose_reached": "", "onset": "62"}
    assert send(client, procedure, **changes).status_code == 302
    row = Breakthrough.objects.get()
    assert (row.step, row.bag, row.dose_computed) == (5, 2, True)
    assert row.dose_reached > 0
    assert "computed from the recorded times" in page(client, procedure)
    wrong = send(client, procedure, **(changes | {"step": "7", "onset": "61"}))
    assert "step" in wrong.context["form"].errors


def test_a_recorded_reaction_is_tied_with_what_it_says_itself(client, patient, procedure, nurse):
    reaction = a_reaction(patient, nurse, step=12, protocol_steps=16)
    address = reverse("breakthrough_tie", args=[patient.code, procedure.code])
    sent = place(reaction=str(reaction.case_key))
    assert [client.post(address, sent).status_code for _ in range(2)] == [302, 302]
    row = Breakthrough.objects.get()
    assert (row.step, row.minute) == (12, 90)
    assert "No reaction to tie" in client.get(address).content.decode()
    assert client.post(address, place(reaction="")).context["form"].errors


def test_a_place_is_corrected_and_a_tie_marked(client, procedure, nurse):
    row = breakthrough_of(procedure, nurse)
    keys = [procedure.patient.code, procedure.code, row.entry_key]
    corrected = client.post(
        reverse("breakthrough_correct", args=keys), place(reaction=str(row.reaction_case), done_next="stopped")
    )
    assert corrected.status_code == 302
    after = Breakthrough.objects.get(corrects=row)
    assert (after.step, after.done_next) == (13, "stopped")
    late = client.post(reverse("breakthrough_correct", args=keys), place(reaction=str(row.reaction_case)), follow=True)
    assert "Somebody corrected this before you" in late.content.decode()
    keys[2] = after.entry_key
    client.post(reverse("breakthrough_error", args=keys), {"entry_key": uuid4(), "reason": "another day"})
    assert "another day" in page(client, procedure)
    assert "it is not corrected" in client.get(reverse("breakthrough_correct", args=keys), follow=True).content.decode()


def test_the_reactions_page_and_list_say_where_it_came(client, procedure, nurse):
    row = breakthrough_of(procedure, nurse)
    code = procedure.patient.code
    alone = client.get(reverse("reaction", args=[code, row.reaction_case])).content.decode()
    listed = client.get(reverse("reaction_list", args=[code])).content.decode()
    assert reverse("breakthrough_list", args=[code, procedure.code]) in alone
    assert "90\u00a0min" in listed
    mark_tie_in_error(tie=row, reason="another day", entry_key=uuid4(), by=nurse, at=timezone.now())
    alone = client.get(reverse("reaction", args=[code, row.reaction_case])).content.decode()
    assert reverse("breakthrough_list", args=[code, procedure.code]) not in alone


def test_of_a_struck_reaction_the_place_is_shown_struck(client, procedure, nurse):
    row = breakthrough_of(procedure, nurse)
    struck(Reaction.objects.get(case_key=row.reaction_case), nurse)
    assert "counts nowhere" in page(client, procedure)


def test_a_reaction_corrected_to_another_step_is_said(client, procedure, nurse):
    row = breakthrough_of(procedure, nurse)
    reaction = Reaction.objects.get(case_key=row.reaction_case)
    assert "The reaction itself says step" not in page(client, procedure)
    recorded(procedure.patient, nurse, corrects=reaction, occasion="desensitization", step=12, protocol_steps=16)
    assert "The reaction itself says step 12" in page(client, procedure)


def test_a_dose_computed_from_times_that_were_corrected_since_is_said(client, patient, nurse):
    events = tuple(("start", step, 15 * (step - 1)) for step in range(1, 17))
    row = procedure_of(patient, nurse, version=sample_version(patient), events=events)
    assert send(client, row, step="7", bag="", dose_reached="", dose_unit="").status_code == 302
    assert Breakthrough.objects.get().dose_computed
    assert "corrected since" not in page(client, row)
    old = InfusionEvent.objects.get(procedure=row, step=2)
    moved = {"kind": "start", "step": 2, "at": old.at + timedelta(minutes=5), "corrects": old}
    InfusionEvent(procedure=row, entry_key=uuid4(), recorded_by=nurse, recorded_at=timezone.now(), **moved).save()
    assert "These times were corrected since" in page(client, row)


@pytest.mark.parametrize(
    ("done_next", "administration"),
    [("continued", "continued"), ("paused", "resumed"), ("stepped back", "resumed"), ("stopped", "stopped"), ("", "")],
)
def test_what_was_done_next_is_typed_once(client, procedure, done_next, administration):
    assert 'name="administration"' not in page(client, procedure, "breakthrough_new")
    send(client, procedure, done_next=done_next)
    assert Reaction.objects.get().administration == administration


def test_nothing_is_found_through_another_patient(client, procedure, nurse):
    other = sample_patient("2")
    row = breakthrough_of(procedure, nurse)
    for route, keys in (("breakthrough_list", []), ("breakthrough_new", []), ("breakthrough_correct", [row.entry_key])):
        assert client.get(reverse(route, args=[other.code, procedure.code, *keys])).status_code == 404
    twin = procedure_of(procedure.patient, nurse)
    keys = [procedure.patient.code, twin.code]
    assert client.get(reverse("breakthrough_correct", args=[*keys, row.entry_key])).status_code == 404
    assert client.get(reverse("breakthrough_error", args=[*keys, "no-key"])).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_the_same_queries_whatever_its_length(client, procedure, nurse, rows):
    for count in range(rows):
        breakthrough_of(procedure, nurse, step=13 + count, minute=Decimal(90 + count))
    address = reverse("breakthrough_list", args=[procedure.patient.code, procedure.code])
    client.get(address)
    assert queries_of(lambda: client.get(address)) == 20


@pytest.mark.parametrize(("route", "queries"), [("breakthrough_new", 18), ("breakthrough_tie", 20)])
def test_a_form_takes_the_same_queries(client, procedure, nurse, route, queries):
    a_reaction(procedure.patient, nurse)
    address = reverse(route, args=[procedure.patient.code, procedure.code])
    client.get(address)
    assert queries_of(lambda: client.get(address)) == queries


def test_a_tie_to_a_record_that_is_another_persons_now_breaks_no_page(client, allergist, patient, procedure, nurse):
    other = sample_patient("2")
    common = {"reason": "one person", "by": allergist, "at": timezone.now()}
    joining = join_records(leading=patient, joined=other, entry_key=uuid4(), **common)
    reaction = a_reaction(other, nurse)
    tie_reaction(
        procedure=procedure,
        reaction=reaction,
        tie=NewTie(step=13),
        entry_key=uuid4(),
        by=nurse,
        at=timezone.now(),
    )
    assert page(client, procedure).count("13") > 0
    undo_joining(joining=joining, entry_key=uuid4(), **common | {"reason": "two people"})
    for route in ("breakthrough_list", "procedure"):
        assert client.get(reverse(route, args=[patient.code, procedure.code])).status_code == 200
