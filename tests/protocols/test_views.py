"""Prescribing on screen: the published figures, what is missing, stale saves, other people's records."""

from uuid import uuid4

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desens.audit.models import AuditEvent
from patients.models import Patient
from protocols.models import Protocol, Version
from tests.clinic import drafted, libraries, registered, typed
from tests.number_linter import lint, visible_text
from tests.queries import queries_of

pytestmark = pytest.mark.django_db(transaction=True)
HTMX = {"HX-Request": "true"}


@pytest.fixture
def patient(allergist) -> Patient:
    libraries()
    return registered(allergist)


def new(patient):
    return reverse("protocol_new", args=[patient.code])


def test_the_schedule_of_the_published_case_shows_while_typing(patient, allergist, as_user):
    response = as_user(allergist).post(new(patient), typed(), headers=HTMX)
    page = response.content.decode()
    assert page.lstrip().startswith('<div id="schedule"')
    assert response.headers["Vary"].startswith("HX-Request")
    for figure in ("0.003", "0.075", "0.495", "9.495", "11.91", "1\u202f107.2", "1\u202f200", "174.4", "232.5"):
        assert figure in page
    assert not Protocol.objects.exists()


def test_what_is_missing_is_named_and_nothing_is_computed(patient, allergist, as_user):
    page = as_user(allergist).post(new(patient), typed(target_dose="", primed_with=""), headers=HTMX).content.decode()
    assert "Cannot be computed: Target dose, Line primed with are missing." in page
    assert "<table" not in page


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("target_dose", "1.200", "could mean 1.2 or 1200"),
        ("target_dose", "1,200", "could mean 1.2 or 1200"),
        ("target_dose", "0", "above 0"),
        ("target_dose", "12e2", "Type a number"),
        ("final_rate_ml_h", "1201", "at most"),
        ("bag_volume_ml", "0", "above 0"),
        ("dead_volume_ml", "101", "at most"),
        ("target_dose", "437.25", "Screen and paper show 437.25 as 437.3"),
        ("dead_volume_ml", "12.3456", "Screen and paper show 12.3456 as 12.35"),
        ("drug", "nothing", "not one of the available choices"),
        ("template", "nothing", "not one of the available choices"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_typed_is_lost(patient, allergist, as_user, field, value, message):
    client = as_user(allergist)
    assert message in client.post(new(patient), typed(**{field: value}), headers=HTMX).content.decode()
    page = client.post(new(patient), typed(place="Ward 7", action="save", **{field: value})).content.decode()
    assert message in page
    assert 'value="Ward 7"' in page
    assert not Protocol.objects.exists()


def test_a_line_that_holds_everything_back_is_a_blocker_by_name(patient, allergist, as_user):
    data = typed(primed_with="diluent", dead_volume_ml="20")
    page = as_user(allergist).post(new(patient), data, headers=HTMX).content.decode()
    assert "finding-blocker" in page
    assert "step 1" in page


def test_a_tenfold_dose_and_an_unpublished_drug_are_told(patient, allergist, as_user):
    client = as_user(allergist)
    tenfold = client.post(new(patient), typed(target_dose="12000"), headers=HTMX).content.decode()
    assert "is 10 times the published dose of 1\u202f200" in tenfold
    assert "finding-sign-off" in tenfold
    other = client.post(new(patient), typed(drug="alemtuzumab", target_dose="30"), headers=HTMX).content.decode()
    assert "published for atezolizumab, bevacizumab, not for alemtuzumab" in other


def test_a_bag_that_runs_dry_says_so_and_is_not_saved(patient, allergist, as_user):
    page = as_user(allergist).post(new(patient), typed(bag_volume_ml="5", action="save")).content.decode()
    assert "finding-blocker" in page
    assert not Protocol.objects.exists()


def test_saving_leads_to_the_version_and_both_are_clean_reading(patient, allergist, as_user):
    client = as_user(allergist)
    response = client.post(new(patient), typed(action="save"))
    version = Version.objects.get()
    assert response.url == reverse("version", args=[patient.code, version.protocol.code, 1])
    for address in (response.url, new(patient), reverse("protocol_list", args=[patient.code])):
        assert lint(visible_text(client.get(address).content.decode())) == []


def test_the_next_version_starts_from_the_latest(patient, allergist, as_user):
    version = drafted(patient, allergist, place="Ward 7", dead_volume_ml="0")
    client, address = as_user(allergist), reverse("version_new", args=[patient.code, version.protocol.code])
    page = client.get(address).content.decode()
    assert 'value="Ward 7"' in page
    assert 'value="1200"' in page
    assert client.post(address, typed(based_on="1", target_dose="900", action="save")).status_code == 302
    assert [row.number for row in Version.objects.all()] == [1, 2]


def test_a_figure_that_could_be_thousands_comes_back_unmistakable(patient, allergist, as_user):
    version = drafted(patient, allergist, dead_volume_ml="1.1250")
    address = reverse("version_new", args=[patient.code, version.protocol.code])
    page = as_user(allergist).get(address).content.decode()
    assert 'value="1.1250"' in page
    again = typed(dead_volume_ml="1.1250", based_on="1", action="save")
    assert as_user(allergist).post(address, again).status_code == 302


def test_a_stale_save_shows_theirs_and_keeps_what_was_typed(patient, allergist, as_user):
    version = drafted(patient, allergist)
    client, address = as_user(allergist), reverse("version_new", args=[patient.code, version.protocol.code])
    client.post(address, typed(based_on="1", action="save"))
    page = client.post(address, typed(based_on="1", target_dose="900", action="save")).content.decode()
    assert "Not saved: somebody saved meanwhile" in page
    assert 'value="900"' in page
    assert 'name="based_on" value="2"' in page
    assert Version.objects.count() == 2


@pytest.mark.parametrize("based_on", ["", "abc", "-1", "0", "7", "9" * 30])
def test_a_form_that_does_not_say_from_which_version_saves_nothing(patient, allergist, as_user, based_on):
    version = drafted(patient, allergist)
    address = reverse("version_new", args=[patient.code, version.protocol.code])
    page = as_user(allergist).post(address, typed(based_on=based_on, action="save")).content.decode()
    assert "Not saved: somebody saved meanwhile" in page
    assert Version.objects.count() == 1


def test_a_form_changed_after_it_was_sent_says_that_the_change_is_not_kept(patient, allergist, as_user):
    client, sent = as_user(allergist), typed(action="save")
    client.post(new(patient), sent)
    answer = client.post(new(patient), sent | {"target_dose": "600"})
    assert answer.status_code == 409
    assert "Not saved" in answer.content.decode()
    assert Version.objects.get().choices["target_dose"] == "1200"


def test_another_patients_protocol_is_not_found(patient, allergist, as_user):
    version, other = drafted(patient, allergist), registered(allergist, hospital_number="2")
    client = as_user(allergist)
    for name, more in (("version", [1]), ("version_new", []), ("nursing_sheet", [1])):
        assert client.get(reverse(name, args=[other.code, version.protocol.code, *more])).status_code == 404
    assert client.get(reverse("version", args=[patient.code, version.protocol.code, 9])).status_code == 404
    assert client.get(reverse("version", args=[patient.code, version.protocol.code, 10**30])).status_code == 404


def test_the_sheet_prints_for_a_nurse_with_its_event_and_not_for_a_reviewer(
    patient, allergist, nurse, reviewer, as_user
):
    version = drafted(patient, allergist)
    address = reverse("nursing_sheet", args=[patient.code, version.protocol.code, 1])
    first, second = (as_user(nurse).get(address) for _ in range(2))
    assert first.headers["Content-Type"] == "application/pdf"
    assert "NÚÑEZ" not in first.headers["Content-Disposition"]
    assert first.content == second.content
    event = AuditEvent.objects.filter(action="printed").latest("id")
    assert (event.by, event.patient_code) == (nurse.username, patient.code)
    assert as_user(reviewer).get(address).status_code == 403


def test_a_text_no_font_can_print_is_refused_and_named(patient, allergist, as_user):
    version = drafted(patient, allergist, place="Ward \U0001f9ea")
    page = as_user(allergist).get(reverse("nursing_sheet", args=[patient.code, version.protocol.code, 1]))
    assert page.status_code == 422
    assert "cannot be printed" in page.content.decode()
    assert not AuditEvent.objects.filter(action="printed").exists()


@pytest.mark.parametrize("rows", [1, 3])
def test_pages_take_a_literal_number_of_queries(patient, allergist, as_user, rows):
    for _ in range(rows):
        version = drafted(patient, allergist)
    client = as_user(allergist)
    client.get("/")
    assert queries_of(lambda: client.get(reverse("protocol_list", args=[patient.code]))) == 19
    assert queries_of(lambda: client.get(reverse("version", args=[patient.code, version.protocol.code, 1]))) == 50
    assert queries_of(lambda: client.get(reverse("version_sign", args=[patient.code, version.protocol.code, 1]))) == 52
    assert queries_of(lambda: client.post(new(patient), typed(), headers=HTMX)) == 46


def test_the_library_shows_each_template_with_its_source(patient, reviewer, as_user):
    client = as_user(reviewer)
    page = client.get(reverse("template_list")).content.decode()
    assert "16 steps" in page
    assert "12 steps" in page
    one = client.get(reverse("template", args=["atezolizumab-bevacizumab-16-step"])).content.decode()
    assert "174.4" in one
    assert client.get(reverse("template", args=["nothing"])).status_code == 404


NAMES = [*typed(), "action", "based_on", "intended_on", "place", "end_flush"]


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(changes=st.dictionaries(st.sampled_from(NAMES), st.text(st.characters(codec="utf-8"), max_size=60), max_size=4))
def test_no_input_to_the_editor_is_an_error_of_the_server(patient, allergist, as_user, changes):
    response = as_user(allergist).post(new(patient), typed(entry_key=str(uuid4())) | changes)
    assert response.status_code in (200, 302)
