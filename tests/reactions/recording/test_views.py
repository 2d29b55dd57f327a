"""The pages of reactions: record, correct, strike, grade; what cannot be is told at its field, nothing is lost."""

import re
from decimal import Decimal
from functools import partial
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from desens.audit.models import AuditEvent
from drugs.services import load_library
from reactions.models import GradeDecision, Reaction, ReactionSketch
from tests.clinic import registered
from tests.queries import queries_of
from tests.reactions.recording.entries import decided, recorded, struck
from tests.reactions.recording.typed import send, typed

pytestmark = pytest.mark.django_db(transaction=True)


def page(client, name, patient, *keys):
    return client.get(reverse(name, args=[patient.code, *keys])).content.decode()


def text_of(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("\u00a0", " ").split())


def test_the_typical_reaction_is_recorded_from_one_page(allergist, as_user):
    patient = registered(allergist)
    response = send(as_user(allergist), patient, grade="3")
    reaction = Reaction.objects.get()
    assert response.url == reverse("reaction", args=[patient.code, reaction.case_key])
    assert (reaction.culprit, reaction.exposure_number, reaction.sbp_mmhg) == ("oxaliplatin", 7, 70)
    assert (reaction.onset_minutes, reaction.onset_precision, reaction.started_text) == (
        20,
        "exact",
        "2026-11-02 10:30",
    )
    given = list(reaction.treatments.values_list("code", "dose", "minutes_after_onset"))
    assert given == [("epinephrine-im", Decimal("0.5"), 3), ("oxygen", None, None)]
    assert reaction.decisions.get().confirms
    shown = text_of(page(as_user(allergist), "reaction", patient, reaction.case_key))
    for words in (
        "oxaliplatin · 2026-11-02 10:30",
        "altered consciousness",
        "70 mmHg",
        "0.5 mg",
        "3 min after the onset",
    ):
        assert words in shown
    assert "Doses of epinephrine: 1" in shown
    assert re.search(r"Brown 3 · because SpO2 70 %, SBP 70 mmHg, altered consciousness", shown)


BAD = [
    ("culprit", {"culprit": ""}, "Type the drug that was given"),
    ("started_on", {"started_on": "2999-01-01"}, "The exposure lies in the future"),
    ("started_on", {"started_on": "1961-01-01", "started_time": ""}, "before the birth date"),
    ("started_on", {"started_on": ""}, "Type a date"),
    ("started_on", {"started_on": "2026-02-30"}, "not in the calendar"),
    ("started_time", {"started_on": "2026"}, "A time needs the whole date"),
    ("started_time", {"started_time": "25:00"}, "Type a time from 00:00 to 23:59"),
    ("started_time", {"started_on": "2026-03-29", "started_time": "02:30"}, "The clock skips this time"),
    ("onset", {"onset": "-5"}, "Type a number such as"),
    ("onset", {"onset": "90000"}, "begins in the future"),
    ("onset_clock", {"onset_clock": "10:50"}, "not both"),
    ("onset_clock", {"onset": "", "onset_clock": "10:00"}, "cannot begin before the exposure"),
    ("onset_clock", {"onset": "", "onset_clock": "10:50", "started_time": ""}, "needs the day and the time"),
    ("sbp_mmhg", {"sbp_mmhg": "700"}, "at most 300"),
    ("spo2_percent", {"spo2_percent": "101"}, "at most 100"),
    ("spo2_percent", {"spo2_percent": "9.5"}, "Type a whole number"),
    ("temperature_c", {"temperature_c": "3.66"}, "at least 20"),
    ("body_surface_percent", {"body_surface_percent": "120"}, "at most 100"),
    ("dose_reached", {"planned_dose": "130", "dose_reached": "131"}, "above the planned dose"),
    ("step", {"step": "5"}, "A step belongs to a desensitization"),
    ("signs", {"signs": ["hypoglycemia"]}, "hypoglycemia is not one of the available choices"),
    ("signs", {"signs": ["hypotension", "hypertension"]}, "hypertension"),
    ("signs", {"signs": ["dyspnea", "hypotension"], "sbp_mmhg": "120"}, "120"),
    ("untreated", {"untreated": "on"}, "contradicts the treatments"),
    ("t0-dose", {"t0__dose": "50"}, "No dose of epinephrine is this large"),
    ("t0-when", {"t0__when": "soon"}, "Type minutes after the onset"),
    ("t0-when", {"t0__when": "09:00"}, "before the exposure"),
    ("t2-code", {"t2__dose": "5"}, "Choose what was given"),
    ("grade_reason", {"grade": "2"}, "Brown proposes 3. Say why you decide otherwise"),
]


@pytest.mark.parametrize(("field", "changes", "message"), BAD, ids=str)
def test_what_cannot_be_is_told_and_nothing_is_lost_or_stored(allergist, as_user, field, changes, message):
    patient = registered(allergist)
    response = send(as_user(allergist), patient, **changes)
    html = response.content.decode()
    assert response.status_code == 200
    assert message in text_of(html)
    assert not Reaction.objects.exists()
    wrong = html[: html.index(message)]
    assert f'name="{field}"' in wrong or f'id="{field}-wrong"' in wrong
    sent = {"culprit": "oxaliplatin", "sbp_mmhg": "70"} | {
        name.replace("__", "-"): value for name, value in changes.items() if isinstance(value, str)
    }
    kept = {name: value for name, value in sent.items() if value}
    for name, value in kept.items():
        tag = re.search(rf'<(?:input|select)[^>]* name="{name}".*?(?:</select>|>)', html, re.S)
        assert f'value="{value}"' in tag[0] or "checked" in tag[0] or re.search(rf'value="{value}"[^>]* checked', html)
    assert re.search(r'value="altered-consciousness" checked', html) or "signs" in changes


def test_a_nurse_records_and_the_grade_is_left_to_the_allergist(nurse, as_user):
    patient = registered(nurse)
    assert 'name="grade"' not in page(as_user(nurse), "reaction_record", patient)
    send(as_user(nurse), patient, grade="1")
    assert Reaction.objects.count() == 1
    assert not GradeDecision.objects.exists()
    assert "not yet decided" in page(as_user(nurse), "reaction_list", patient)


def test_the_panel_follows_what_is_ticked(nurse, as_user):
    patient = registered(nurse)
    client = as_user(nurse)

    def panel(**changes):
        return text_of(send(client, patient, route="reaction_panel", **changes).content.decode())

    few = {"sbp_mmhg": "", "spo2_percent": ""}
    assert "Brown 3 · because SpO2 70 %, SBP 70 mmHg, altered consciousness" in panel()
    assert "Brown 2 · because dyspnea" in panel(signs=["dyspnea"], **few)
    assert "Brown 1 · because urticaria" in panel(signs=["urticaria"], **few)
    assert "Anaphylaxis, WAO met, criterion 1" in panel()
    assert "Could not be read yet, so it does not count: Lowest SBP" in panel(sbp_mmhg="7o")
    assert not Reaction.objects.exists()
    assert not AuditEvent.objects.filter(patient_code=patient.code).exclude(action="registered").exists()


@pytest.mark.parametrize(("sbp", "says"), [("89", False), ("90", True), ("91", False)])
def test_the_difference_between_the_two_versions_shows_at_exactly_90(nurse, as_user, sbp, says):
    patient = registered(nurse)
    only = {"signs": ["dyspnea", "urticaria"], "spo2_percent": "", "sbp_mmhg": sbp}
    answer = text_of(send(as_user(nurse), patient, route="reaction_panel", **only).content.decode())
    assert ("SBP is exactly 90 mmHg: Brown 2004 calls severe what is below 90" in answer) == says


def test_what_is_typed_is_kept_and_comes_back_after_a_crash(nurse, as_user):
    patient = registered(nurse)
    send(as_user(nurse), patient, route="reaction_panel", note="half a sent", culprit="cisplat", spo2_percent="9x")
    html = page(as_user(nurse), "reaction_record", patient)
    for kept in ('value="cisplat"', "half a sent", 'value="9x"', 'value="0,5"', 'value="1030"'):
        assert kept in html
    assert 'value="dyspnea" checked' in html
    assert '<option value="epinephrine-im" selected>' in html
    assert "Here is what you had typed" in html
    assert "Brown 3" in text_of(html)
    send(as_user(nurse), patient)
    assert not ReactionSketch.objects.exists()
    assert "Here is what you had typed" not in page(as_user(nurse), "reaction_record", patient)


def test_a_sketch_is_its_owners_and_the_patients_and_can_be_thrown_away(nurse, allergist, as_user):
    patient, other = registered(nurse), registered(nurse, hospital_number="2")
    send(as_user(nurse), patient, route="reaction_panel")
    assert 'value="oxaliplatin"' not in page(as_user(allergist), "reaction_record", patient)
    assert 'value="oxaliplatin"' not in page(as_user(nurse), "reaction_record", other)
    as_user(nurse).post(reverse("reaction_sketch_drop", args=[patient.code]))
    assert 'value="oxaliplatin"' not in page(as_user(nurse), "reaction_record", patient)


@pytest.mark.parametrize(
    ("culprit", "told"),
    [
        ("oxaliplatin", ""),
        ("oxalplatin", "“oxalplatin” is not in the drug list. Was oxaliplatin meant?"),
        ("study drug 17", "“study drug 17” is not in the drug list. It was recorded as typed."),
    ],
)
def test_a_culprit_comes_from_the_drug_list_or_is_new(nurse, as_user, culprit, told):
    load_library(by="test", at=timezone.now())
    patient, client = registered(nurse), as_user(nurse)
    assert '<option value="oxaliplatin"></option>' in page(client, "reaction_record", patient)
    send(client, patient, culprit=culprit)
    reaction = Reaction.objects.get()
    shown = text_of(page(client, "reaction", patient, reaction.case_key))
    assert reaction.culprit == culprit
    assert told in shown
    assert bool(told) == ("is not in the drug list" in shown)


def test_an_excipient_alone_is_a_culprit(nurse, as_user):
    patient = registered(nurse)
    send(as_user(nurse), patient, culprit="", excipient="polyoxyl_castor_oil")
    reaction = Reaction.objects.get()
    assert (reaction.culprit, reaction.culprit_text) == ("polyoxyl castor oil", "polyoxyl castor oil")
    assert "not in the drug list" not in page(as_user(nurse), "reaction", patient, reaction.case_key)


def test_more_rows_of_treatment_lose_nothing_and_need_no_script(nurse, as_user):
    patient = registered(nurse)
    assert 't6-code"' not in page(as_user(nurse), "reaction_record", patient)
    answer = send(as_user(nurse), patient, more_rows="1")
    html = as_user(nurse).get(answer.url.partition("#")[0]).content.decode()
    assert 'name="t11-code"' in html
    assert 'value="oxaliplatin"' in html
    send(as_user(nurse), patient, **{f"t{number}__code": "epinephrine-im" for number in range(9)})
    assert Reaction.objects.get().treatments.count() == 9


def test_a_form_that_is_refused_is_kept_as_well(nurse, as_user):
    patient = registered(nurse)
    send(as_user(nurse), patient, started_on="2999-01-01", culprit="taxol")
    assert 'value="taxol"' in page(as_user(nurse), "reaction_record", patient)


def test_too_much_is_not_kept_as_a_sketch_and_says_so(nurse, as_user):
    patient = registered(nurse)
    answer = send(as_user(nurse), patient, route="reaction_panel", note="x" * 60_000)
    assert "Too long to be kept as a sketch" in answer.content.decode()
    assert not ReactionSketch.objects.exists()


def test_a_correction_begins_with_what_was_recorded_and_replaces_it(allergist, as_user):
    patient = registered(allergist)
    send(as_user(allergist), patient, biphasic="yes", folinic_acid="no", duration="2", duration_unit="hours")
    first = Reaction.objects.get()
    html = page(as_user(allergist), "reaction_correct", patient, first.case_key)
    for kept in (
        'value="oxaliplatin"',
        'value="2026-11-02"',
        'value="10:30"',
        'value="20"',
        'value="0.5"',
        'value="3"',
    ):
        assert kept in html
    assert re.search(r'<option value="yes" selected>', html)
    assert re.search(r'<option value="hours" selected>', html)
    keys = [first.case_key]
    send(as_user(allergist), patient, route="reaction_correct", keys=keys, sbp_mmhg="95")
    second = Reaction.objects.get(number=2)
    assert (second.case_key, second.sbp_mmhg) == (first.case_key, 95)
    shown = page(as_user(allergist), "reaction", patient, first.case_key)
    assert "95\u00a0mmHg" in shown
    assert "Earlier entries" in shown


def test_who_comes_second_with_a_correction_is_told_and_loses_nothing(allergist, as_user):
    patient = registered(allergist)
    first = recorded(patient, allergist)
    struck(first, allergist)
    response = send(as_user(allergist), patient, route="reaction_correct", keys=[first.case_key], culprit="carboplatin")
    assert response.status_code == 409
    html = response.content.decode()
    assert "meanwhile" in html
    assert 'value="carboplatin"' in html
    assert Reaction.objects.count() == 1


def test_a_mistake_is_struck_and_stays(nurse, as_user):
    patient = registered(nurse)
    reaction = recorded(patient, nurse)
    address = reverse("reaction_error", args=[patient.code, reaction.case_key])
    reason = {"reason": "another patient", "entry_key": str(uuid4())}
    assert as_user(nurse).post(address, reason).url == reverse("reaction", args=[patient.code, reaction.case_key])
    shown = page(as_user(nurse), "reaction", patient, reaction.case_key)
    assert "<s>oxaliplatin" in shown
    assert "another patient" in shown
    assert "<s>oxaliplatin</s>" in page(as_user(nurse), "reaction_list", patient)
    assert as_user(nurse).post(address, reason).status_code == 404


def test_each_scale_is_confirmed_or_overridden_with_a_reason(allergist, as_user):
    patient = registered(allergist)
    reaction = recorded(patient, allergist)
    address = reverse("reaction_grade", args=[patient.code, reaction.case_key, "ring_messmer"])
    sent = {"entry_key": str(uuid4()), "grade": "4"}
    refused = as_user(allergist).post(address, sent)
    assert "Ring and Messmer proposes II. Say why you decide otherwise." in text_of(refused.content.decode())
    assert not GradeDecision.objects.exists()
    as_user(allergist).post(address, sent | {"grade_reason": "pulse lost"})
    row = GradeDecision.objects.get()
    assert (row.scale, row.proposed, row.decided, row.reason) == ("ring_messmer", 2, 4, "pulse lost")
    shown = text_of(page(as_user(allergist), "reaction", patient, reaction.case_key))
    assert "Decided otherwise: IV · pulse lost" in shown


def test_no_grade_can_be_decided_on_a_scale_nobody_knows(allergist, as_user):
    reaction = recorded(registered(allergist), allergist)
    address = reverse("reaction_grade", args=[reaction.patient.code, reaction.case_key, "apgar"])
    assert as_user(allergist).get(address).status_code == 404


def test_another_patients_reaction_is_not_found(allergist, as_user):
    ana, ben = registered(allergist), registered(allergist, hospital_number="2")
    key = recorded(ana, allergist).case_key
    for name in ("reaction", "reaction_correct", "reaction_error"):
        assert as_user(allergist).get(reverse(name, args=[ben.code, key])).status_code == 404
    assert send(as_user(allergist), ben, route="reaction_correct", keys=[key]).status_code == 404
    assert send(as_user(allergist), ben, route="reaction_correct_panel", keys=[key]).status_code == 404


def test_the_same_page_sent_twice_is_one_reaction_and_changed_it_is_refused(nurse, as_user):
    patient, sent = registered(nurse), typed()
    address = reverse("reaction_record", args=[patient.code])
    assert as_user(nurse).post(address, sent).url == as_user(nurse).post(address, sent).url
    assert as_user(nurse).post(address, sent | {"sbp_mmhg": "71"}).status_code == 409
    assert Reaction.objects.count() == 1


QUERIES = [
    ("reaction_list", False, 18),
    ("reaction", True, 18),
    ("reaction_record", False, 16),
    ("reaction_correct", True, 21),
]


@pytest.mark.parametrize("number", [1, 3])
def test_the_pages_take_a_number_of_queries_that_does_not_grow(number, nurse, as_user):
    patient, client = registered(nurse), as_user(nurse)
    for _ in range(number):
        decided(recorded(patient, nurse), nurse)
    key = Reaction.objects.first().case_key
    for name, keys, queries in QUERIES:
        address = reverse(name, args=[patient.code, *([key] if keys else [])])
        assert client.get(address).status_code == 200
        assert queries_of(partial(client.get, address)) == queries, name
