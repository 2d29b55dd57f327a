"""The page of a release: what must hold, what is typed, what is refused, what is kept."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from protocols.models import Release
from protocols.releasing.gathering import gather
from protocols.rules.readiness_place import separate_days
from reactions.models import Reaction
from tests.clinic import registered
from tests.patients.background.records import medicine, risk
from tests.protocols.lifecycle.steps import released, voided
from tests.protocols.releasing.ready import (
    address,
    assessed,
    everything_but_medicines,
    everything_recorded,
    page_of,
    text_of,
    tomorrow,
    typed,
    verified_version,
)
from tests.queries import queries_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def version(allergist, pharmacist):
    version = verified_version(allergist, pharmacist)
    everything_recorded(version.protocol.patient, allergist)
    return version


@pytest.fixture
def client(allergist, as_user):
    return as_user(allergist)


def sent(client, version, **changes):
    return client.post(address(version), typed(page_of(client, version), **changes))


def errors_of(response):
    return set(response.context["form"].errors)


def test_what_is_ready_is_released_with_everything_that_was_checked(client, version, allergist):
    answer = sent(client, version)
    assert answer.url == address(version, "version")
    row = Release.objects.get()
    assert (row.planned_on, row.place, row.patients_per_nurse) == (timezone.localdate(), "day hospital", 1)
    checked = json.loads(row.document)["said"]["checked"]
    assert {line["state"] for line in checked["items"]} == {"holds"}
    assert len(checked["items"]) == 18
    assert checked["answers"]["temperature_c"] == "36.6"
    assert checked["record"]["decision"] == {"number": 1, "way": "desensitization", "place": "day hospital"}


def test_the_page_says_each_item_with_its_state_its_source_and_where_it_is_recorded(client, version):
    shown = text_of(page_of(client, version))
    assert "holds Written consent Given on" in shown
    assert "Source: Brown 2004: 92 % or below" in shown
    page = page_of(client, version)
    case = Reaction.objects.get().case_key
    assert reverse("assessment_grounds", args=[version.protocol.patient.code, case]) in page
    assert reverse("background_medicine", args=[version.protocol.patient.code]) in page
    assert "not recorded Temperature" in shown
    assert 'name="reason-temperature"' not in page


def test_of_an_empty_record_each_missing_item_asks_for_a_reason(allergist, pharmacist, client):
    version = verified_version(allergist, pharmacist)
    page = page_of(client, version)
    recorded_elsewhere = {"alternative", "statement", "decision", "consent", "lungs", "ace-inhibitor"}
    for topic in recorded_elsewhere:
        assert f'name="reason-{topic}"' in page
    answer = sent(client, version)
    wanted = {f"reason-{topic}" for topic in {*recorded_elsewhere, "beta-blocker", "place"}}
    assert (answer.status_code, errors_of(answer)) == (200, wanted)
    assert not Release.objects.exists()
    reasons = {f"reason-{topic}": "seen on paper" for topic in {*recorded_elsewhere, "beta-blocker", "place"}}
    assert sent(client, version, **reasons).status_code == 302
    checked = json.loads(Release.objects.get().document)["said"]["checked"]
    with_reason = {line["topic"] for line in checked["items"] if line["reason"] == "seen on paper"}
    assert with_reason == {*recorded_elsewhere, "beta-blocker", "place"}


def test_fever_needs_a_reason_that_stands_in_the_signed_text(client, version):
    answer = sent(client, version, temperature_c="38,5", infection="present")
    assert errors_of(answer) == {"reason-temperature", "reason-infection"}
    page = answer.content.decode()
    assert 'name="reason-temperature"' in page
    assert 'value="38,5"' in page
    given = {"reason-temperature": "tumor fever for months", "reason-infection": "none found"}
    answer = sent(client, version, temperature_c="38,5", infection="present", **given)
    assert answer.status_code == 302
    document = Release.objects.get().document
    assert "tumor fever for months" in document
    assert "fever, 38\u00a0\u00b0C or above" in document


def test_a_reason_where_none_is_due_is_not_signed(client, version):
    sent(client, version, **{"reason-temperature": "none is due"})
    items = json.loads(Release.objects.get().document)["said"]["checked"]["items"]
    assert {line["reason"] for line in items} == {""}


def test_who_does_not_agree_is_not_released_whatever_the_reason(client, version):
    for changes in ({}, {"reason-consent-again": "the family wants it"}):
        answer = sent(client, version, consent_again="no", **changes)
        assert answer.status_code == 200
        assert "This cannot be released" in text_of(answer.content.decode())
    assert not Release.objects.exists()


def test_an_assessment_that_closes_the_way_releases_nothing(allergist, pharmacist, client):
    version = verified_version(allergist, pharmacist)
    patient = version.protocol.patient
    opened = page_of(client, version)
    closed = {"way": "contraindicated", "contraindicated": True, "pace": "", "steps": None, "first_bag_dilution": None}
    assessed(patient, allergist, place="", **closed)
    back = client.get(address(version), follow=True)
    assert "This version must not be given. Since it was saved: The assessment of" in text_of(back.content.decode())
    answer = client.post(address(version), typed(opened, **{"reason-decision": "all the same"}))
    assert (answer.status_code, "This cannot be released" in text_of(answer.content.decode())) == (409, True)
    assert not Release.objects.exists()


def test_an_assessment_under_another_name_of_the_drug_counts(allergist, pharmacist, client):
    version = verified_version(allergist, pharmacist)
    assessed(version.protocol.patient, allergist, drug="Tecentriq")
    assert "holds The assessment in force Assessment 1" in text_of(page_of(client, version))


WRONG = [
    ("planned_on", "2020-01-01"),
    ("planned_on", "9999-01-01"),
    ("planned_on", ""),
    ("place", "home"),
    ("patients_per_nurse", "1.5"),
    ("patients_per_nurse", "0"),
    ("temperature_c", "366"),
    ("diastolic_mmhg", "120"),
    ("spo2_percent", "101"),
    ("heart_rate", "7"),
    ("password", "guess"),
]


def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_lost(client, version):
    page = page_of(client, version)
    for field, value in WRONG:
        answer = client.post(address(version), typed(page, **{"beta_blocker_why": "kept words", field: value}))
        assert (answer.status_code, errors_of(answer)) == (200, {field})
        assert "kept words" in answer.content.decode()
        assert "guess" not in answer.content.decode()
    assert not Release.objects.exists()


def test_the_day_is_today_or_one_of_the_next_sixty(client, version):
    page = page_of(client, version)
    for days, wrong in ((-1, {"planned_on"}), (61, {"planned_on"}), (0, set()), (60, set())):
        day = (timezone.localdate() + timedelta(days=days)).isoformat()
        answer = client.post(address(version), typed(page, planned_on=day, password=""))
        assert errors_of(answer) == {"password"} | wrong


def test_a_beta_blocker_goes_on_only_with_its_reason(client, allergist, pharmacist):
    patient = registered(allergist)
    medicine(patient, allergist)
    everything_but_medicines(patient, allergist)
    version = verified_version(allergist, pharmacist, patient)
    answer = sent(client, version)
    assert errors_of(answer) == {"reason-beta-blocker", "reason-place"}
    kept = {"beta_blocker": "continue", "beta_blocker_why": "angina", "place": "intensive care"}
    assert sent(client, version, **kept).status_code == 302
    assert "bisoprolol goes on: angina." in Release.objects.get().document


def test_what_is_recorded_meanwhile_is_shown_and_asked_again(client, version, allergist):
    form = typed(page_of(client, version), heart_rate="71")
    risk(version.protocol.patient, allergist)
    answer = client.post(address(version), form)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Not released: something changed" in text_of(page)
    assert "asthma" in text_of(page)
    assert 'value="71"' in page
    assert not Release.objects.exists()
    again = client.post(address(version), typed(page, **{"reason-lungs": "FEV1 normal today", "heart_rate": "71"}))
    assert again.status_code == 302


def test_a_version_that_is_void_meanwhile_answers_409_and_keeps_what_was_typed(client, version, allergist):
    form = typed(page_of(client, version), heart_rate="71")
    voided(version, allergist)
    answer = client.post(address(version), form)
    assert answer.status_code == 409
    assert "This version is void." in answer.content.decode()
    assert 'value="71"' in answer.content.decode()


def test_what_cannot_be_released_leads_back_and_says_why(client, version, allergist):
    released(version, allergist)
    answer = client.get(address(version))
    assert answer.url == address(version, "version")
    assert "did this already" in client.get(answer.url).content.decode()


def test_the_same_form_sent_twice_is_one_release(client, version):
    form = typed(page_of(client, version))
    assert client.post(address(version), form).status_code == client.post(address(version), form).status_code == 302
    assert Release.objects.count() == 1


def test_another_protocol_of_the_patient_on_the_same_day_needs_a_reason(client, version, allergist, pharmacist):
    other = verified_version(allergist, pharmacist, version.protocol.patient)
    day = tomorrow()
    released(other, allergist, planned_on=day)
    answer = sent(client, version, planned_on=day.isoformat())
    assert errors_of(answer) == {"reason-separate-days"}
    assert f"Another protocol is released for {day}: atezolizumab" in text_of(answer.content.decode())
    voided(other, allergist)
    assert sent(client, version, planned_on=day.isoformat()).status_code == 302


@pytest.mark.parametrize("days", [-1, 1])
def test_another_protocol_the_day_before_or_after_is_named(version, allergist, pharmacist, days):
    other, today = verified_version(allergist, pharmacist, version.protocol.patient), timezone.localdate()
    day = today + timedelta(days=days)
    released(other, allergist, planned_on=day)
    record = gather(version.protocol, on=today).record
    item = separate_days(record, today)
    assert (item.code, dict(item.values)["day"]) == ("separate-days-next", day.isoformat())


def test_a_version_of_another_patient_is_not_found(client, version, allergist):
    other = registered(allergist, hospital_number="9")
    for name in ("version_release", "version_void"):
        forged = reverse(name, args=[other.code, version.protocol.code, 1])
        assert client.get(forged).status_code == 404
        assert client.post(forged, {"entry_key": str(uuid4()), "reason": "x"}).status_code == 404


def test_the_page_takes_the_same_queries_whatever_is_recorded(client, version, allergist, pharmacist):
    protocol, today = version.protocol, timezone.localdate()
    page_of(client, version)
    first = queries_of(lambda: page_of(client, version))
    assert queries_of(lambda: gather(protocol, on=today)) == 11
    for _time in range(2):
        other = verified_version(allergist, pharmacist, protocol.patient)
        released(other, allergist, planned_on=tomorrow())
        stopped = {"intake": "stopped", "last_intake_on": today, "medicine_class": "h2_blocker"}
        medicine(protocol.patient, allergist, name=f"famotidine {_time}", **stopped)
    assert queries_of(lambda: gather(protocol, on=today)) == 11
    assert queries_of(lambda: page_of(client, version)) == first
