"""The patients' pages: works, other role, wrong method, bad id, bad input loses nothing."""

from uuid import uuid4

import pytest
from django.db import connection
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django.asserts import assertNumQueries

from desens.audit.models import AuditEvent
from patients.models import AllergyLabel, Measurement, NoKnownAllergies, Patient
from patients.selectors import PAGE_ROWS
from tests.clinic import labelled, registered, weighed

pytestmark = pytest.mark.django_db(transaction=True)

ANA = {"family_name": "Núñez", "given_name": "Ana", "birth_date": "1962-04-03", "sex": "F", "hospital_number": "77"}


def register(client, **changes):
    return client.post(reverse("patient_register"), ANA | {"entry_key": str(uuid4())} | changes)


def measure(client, patient, **values):
    data = {"measured_on": "2026-11-02", "entry_key": str(uuid4())} | values
    return client.post(reverse("measurement_record", args=[patient.code]), data)


def test_registering_leads_to_the_patient(nurse, as_user):
    response = register(as_user(nurse))
    patient = Patient.objects.get()
    assert response.url == f"/patients/{patient.code}/"
    page = as_user(nurse).get(response.url).content.decode()
    assert "NÚÑEZ, Ana" in page
    assert "1962-04-03" in page
    assert "not recorded" in page


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("family_name", "", "This field is required"),
        ("family_name", "   ", "This field is required"),
        ("given_name", "a\u202eb", "hidden"),
        ("birth_date", "2099-01-01", "lies in the future"),
        ("birth_date", "1850-01-01", "more than 125 years back"),
        ("birth_date", "03/04/1962", "year, month, day"),
        ("birth_date", "1962-02-30", "not in the calendar"),
        ("sex", "", "This field is required"),
        ("sex", "Q", "not one of the available choices"),
        ("hospital_number", "", "This field is required"),
    ],
)
def test_bad_input_is_told_beside_the_field_and_nothing_typed_is_lost(nurse, as_user, field, value, message):
    page = register(as_user(nurse), **{field: value}).content.decode()
    assert message in page
    assert not Patient.objects.exists()
    kept = [typed for name, typed in ANA.items() if name not in (field, "sex")]
    assert all(f'value="{typed}"' in page for typed in kept)


def test_a_taken_number_is_refused_with_a_link_to_the_patient(nurse, as_user):
    first = registered(nurse, hospital_number="77")
    page = register(as_user(nurse)).content.decode()
    assert f'href="/patients/{first.code}/"' in page
    assert Patient.objects.count() == 1
    assert 'value="Núñez"' in page


def test_an_unusual_weight_asks_and_is_kept_when_confirmed(nurse, as_user):
    patient, client = registered(nurse), as_user(nurse)
    page = measure(client, patient, weight="7.1").content.decode()
    assert "unusual for this age" in page
    assert "I confirm that this was measured" in page
    assert 'value="7.1"' in page
    assert not Measurement.objects.exists()
    assert measure(client, patient, weight="7.1", confirmed="on").status_code == 302
    assert str(Measurement.objects.get().value) == "7.100"


def test_a_changed_weight_names_the_one_before(nurse, as_user):
    patient = registered(nurse)
    weighed(patient, nurse, "71")
    page = measure(as_user(nurse), patient, weight="100").content.decode()
    assert "differs by more than 20 % from 71\u00a0kg of 2026-11-02" in page


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"weight": "0"}, "Expected a value from 1\u00a0kg to 650\u00a0kg"),
        ({"weight": "0", "confirmed": "on"}, "Expected a value from 1\u00a0kg to 650\u00a0kg"),
        ({"weight": "71.2345"}, "at most 3 decimals"),
        ({"weight": "1.500"}, "could mean 1.5 or 1500"),
        ({"weight": "71 kg"}, "digits and one decimal mark"),
        ({"weight": "-71"}, "digits and one decimal mark"),
        ({"height": "17.8"}, "Expected a value from 20\u00a0cm to 280\u00a0cm"),
        ({}, "Type a weight, a height, or both"),
        ({"weight": "71", "measured_on": "2999-01-01"}, "lies in the future"),
        ({"weight": "71", "measured_on": "1962-04-02"}, "before the birth date"),
        ({"weight": "71", "measured_on": ""}, "Type a date"),
    ],
)
def test_impossible_measurements_are_refused(nurse, as_user, values, message):
    patient = registered(nurse)
    assert message in measure(as_user(nurse), patient, **values).content.decode()
    assert not Measurement.objects.exists()


def test_a_decimal_comma_is_read(nurse, as_user):
    measure(as_user(nurse), registered(nurse), weight="71,5", height="178")
    assert {str(row.value) for row in Measurement.objects.all()} == {"71.500", "178.000"}


def test_an_allergy_shows_in_the_banner_and_refuted_is_struck(allergist, as_user):
    patient, client = registered(allergist), as_user(allergist)
    address = reverse("allergy_record", args=[patient.code])
    label = {"substance": "carboplatin", "status": "confirmed", "reaction": "", "noted_on": "2026-01-02"}
    assert client.post(address, label | {"entry_key": str(uuid4())}).status_code == 302
    assert "carboplatin" in client.get(f"/patients/{patient.code}/").content.decode()
    client.post(address, label | {"status": "refuted", "entry_key": str(uuid4())})
    assert "<s>carboplatin</s>" in client.get(f"/patients/{patient.code}/").content.decode()


def test_none_known_is_said_with_one_press_and_refused_against_a_label(nurse, as_user):
    patient, client = registered(nurse), as_user(nurse)
    address = reverse("allergies_none", args=[patient.code])
    client.post(address, {"entry_key": str(uuid4())})
    assert NoKnownAllergies.objects.count() == 1
    labelled(patient, nurse)
    page = client.post(address, {"entry_key": str(uuid4())}, follow=True).content.decode()
    assert "Record it as refuted first" in page
    assert "Nothing was recorded" in client.post(address, {"entry_key": "x"}, follow=True).content.decode()
    assert NoKnownAllergies.objects.count() == 1


def test_a_reviewer_sees_codes_and_ages_only(nurse, reviewer, as_user):
    patient = registered(nurse)
    for address in ("/patients/", f"/patients/{patient.code}/"):
        page = as_user(reviewer).get(address).content.decode()
        assert f"Patient {patient.code}" in page
        assert not any(secret in page for secret in ("NÚÑEZ", "Ana", "123456", "1962"))


def test_a_look_at_a_patient_is_an_event(pharmacist, nurse, as_user):
    patient = registered(nurse)
    as_user(pharmacist).get(f"/patients/{patient.code}/")
    event = AuditEvent.objects.latest("id")
    assert (event.action, event.by, event.patient_code) == ("looked", pharmacist.username, patient.code)


@pytest.mark.parametrize("rows", [1, 3])
def test_pages_take_a_literal_number_of_queries(nurse, as_user, rows):
    for number in range(rows):
        patient = registered(nurse, hospital_number=f"Q{number}")
        weighed(patient, nurse)
        labelled(patient, nurse, f"drug {number}")
    client = as_user(nurse)
    client.get("/patients/")
    with assertNumQueries(4):
        client.get("/patients/")
    with assertNumQueries(21 + (connection.vendor == "postgresql")):  # the chain's advisory lock
        client.get(f"/patients/{patient.code}/")


def test_the_list_goes_on_where_the_page_ended(nurse, as_user):
    for number in range(PAGE_ROWS + 2):
        registered(nurse, hospital_number=f"P{number}", family_name=f"Same{number % 2}")
    client = as_user(nurse)
    first = client.get("/patients/")
    after = first.context["page"].next_after
    second = client.get("/patients/", {"after": after}).context["page"]
    codes = [row.code for row in (*first.context["page"].patients, *second.patients)]
    assert len(set(codes)) == len(codes) == PAGE_ROWS + 2
    assert second.next_after == ""


@pytest.mark.parametrize("after", ["nobody", "\0", "x" * 500, "%27"])
def test_a_forged_page_mark_shows_the_first_page(nurse, as_user, after):
    registered(nurse)
    assert "NÚÑEZ" in as_user(nurse).get("/patients/", {"after": after}).content.decode()


def test_an_unknown_code_is_not_found(nurse, as_user):
    for name in ("patient", "measurement_record", "allergy_record"):
        assert as_user(nurse).get(reverse(name, args=["zzzzzzzzzz"])).status_code == 404


SIGNS = st.text(st.characters(codec="utf-8"), max_size=300)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(values=st.fixed_dictionaries(dict.fromkeys((*ANA, "entry_key"), SIGNS)))
def test_no_input_to_registration_is_an_error_of_the_server(nurse, as_user, values):
    assert as_user(nurse).post(reverse("patient_register"), values).status_code in (200, 302)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(values=st.fixed_dictionaries(dict.fromkeys(("weight", "height", "measured_on", "entry_key"), SIGNS)))
def test_no_input_to_measuring_is_an_error_of_the_server(nurse, as_user, values):
    patient = Patient.objects.first() or registered(nurse)
    response = as_user(nurse).post(reverse("measurement_record", args=[patient.code]), values)
    assert response.status_code in (200, 302)


PAYLOADS = ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</title><b>"]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_people_typed_is_escaped_on_every_page(allergist, as_user, payload):
    patient = registered(allergist, family_name=payload, given_name=payload, hospital_number=payload[:40])
    labelled(patient, allergist, payload)
    for address in ("/patients/", f"/patients/{patient.code}/", f"/patients/{patient.code}/allergies/new/"):
        page = as_user(allergist).get(address).content.decode()
        assert payload not in page
        assert payload.upper() not in page
    assert AllergyLabel.objects.get().substance == payload
