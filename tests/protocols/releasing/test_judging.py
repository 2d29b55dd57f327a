"""Each item follows what is typed, nothing is written and no password is read until the release is sent."""

import re

import pytest

from desens.audit.models import AuditEvent
from protocols.models import Release
from tests.patients.background.records import risk
from tests.protocols.releasing.ready import address, everything_recorded, page_of, text_of, typed, verified_version
from tests.queries import queries_of

pytestmark = pytest.mark.django_db(transaction=True)

BLANK = dict.fromkeys(
    ("planned_on", "place", "patients_per_nurse", "allergist", "consent_again", "infection", "temperature_c"), ""
) | dict.fromkeys(("systolic_mmhg", "diastolic_mmhg", "spo2_percent", "heart_rate", "password"), "")


@pytest.fixture
def version(allergist, pharmacist):
    version = verified_version(allergist, pharmacist)
    everything_recorded(version.protocol.patient, allergist)
    return version


@pytest.fixture
def client(allergist, as_user):
    return as_user(allergist)


def judged(client, version, page, **changes):
    """The answer to htmx, with nothing typed but `changes`."""
    headers = {"HX-Request": "true"}
    answer = client.post(address(version), typed(page, **BLANK | changes), headers=headers)
    assert (answer.status_code, answer.headers["Vary"].count("HX-Request")) == (200, 1)
    return answer.content.decode()


def item(html, topic):
    return text_of(html.partition(f'<div id="item-{topic}"')[2].partition('<div id="')[0])


def test_an_item_follows_its_field_and_asks_for_a_reason_only_where_it_was_typed(client, version):
    page = page_of(client, version)
    events = AuditEvent.objects.count()
    html = judged(client, version, page, temperature_c="36.6")
    assert "holds Temperature 36.6" in item(html, "temperature")
    assert "not recorded Heart rate" in item(html, "heart-rate")
    assert 'name="reason-' not in html
    html = judged(client, version, page, temperature_c="38")
    assert "does not hold Temperature" in item(html, "temperature")
    assert re.findall(r'name="(reason-[^"]*)"', html) == ["reason-temperature"]
    assert "10 items do not hold" in text_of(html)
    html = judged(client, version, page, temperature_c="366")
    assert "Temperature: Type a number of at most 44" in item(html, "temperature")
    assert "has-error" not in html
    assert (Release.objects.count(), AuditEvent.objects.count()) == (0, events)


def test_a_reason_being_typed_is_not_touched_and_one_no_longer_due_is_kept(client, version):
    page = page_of(client, version)
    fever = {"temperature_c": "38", "due": "temperature", "reason-temperature": "tumor fever"}
    assert "tumor fever" not in judged(client, version, page, **fever)
    html = judged(client, version, page, **fever | {"temperature_c": "36"})
    assert '<input type="hidden" name="reason-temperature" value="tumor fever">' in html
    html = judged(client, version, page, **fever | {"due": ""})
    assert 'value="tumor fever"' in html
    assert 'name="due" value="temperature"' in html


def test_what_bars_is_said_at_once(client, version):
    page = page_of(client, version)
    assert "This cannot be released" not in judged(client, version, page)
    assert "This cannot be released" in judged(client, version, page, consent_again="no")


def test_the_button_reads_again_and_keeps_what_was_typed_but_no_password(client, version):
    page = page_of(client, version)
    wrong = {"password": "not my password", "heart_rate": "71", "planned_on": "", "spo2_percent": "980"}
    answer = client.post(address(version), typed(page, action="judge", **wrong))
    html = answer.content.decode()
    assert answer.status_code == 200
    assert set(answer.context["form"].errors) == {"spo2_percent"}
    assert 'value="71"' in html
    assert "not my password" not in html
    assert "Nothing was released" not in text_of(html)
    for _time in range(12):
        client.post(address(version), typed(page, action="judge", password="guess"))
    assert client.post(address(version), typed(page)).status_code == 302


def test_what_is_recorded_meanwhile_is_judged_shown_and_still_to_be_read_again(client, version, allergist):
    page = page_of(client, version)
    risk(version.protocol.patient, allergist)
    html = judged(client, version, page)
    assert "asthma is recorded, FEV1 is missing" in item(html, "lungs")
    assert "Something changed since you opened this page" in text_of(html)
    assert 'name="seen"' not in html
    reason = {"reason-lungs": "FEV1 normal today"}
    assert client.post(address(version), typed(page, **reason)).status_code == 409
    again = client.post(address(version), typed(page, action="judge", **reason))
    assert again.status_code == 200
    assert "Something changed since you opened this page" in text_of(again.content.decode())
    assert client.post(address(version), typed(again.content.decode(), **reason)).status_code == 302


def test_where_it_is_recorded_opens_beside_the_page(client, version):
    page = page_of(client, version)
    links = re.findall(r'<a class="row-link"[^>]*>.*?</a>', page, re.DOTALL)
    assert len(links) == 8
    for link in links:
        assert 'target="_blank" rel="noopener"' in link
        assert "opens in a new tab" in link


def test_judging_takes_the_same_queries_whatever_is_recorded(client, version, allergist):
    page = page_of(client, version)
    judged(client, version, page)
    first = queries_of(lambda: judged(client, version, page))
    risk(version.protocol.patient, allergist)
    risk(version.protocol.patient, allergist, factor="cardiac_disease")
    assert queries_of(lambda: judged(client, version, page)) == first == 28
