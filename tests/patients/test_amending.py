"""Amending who a patient is: before and after kept, nobody's change lost, found by the new name."""

from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from desens.audit.models import AuditEvent
from desens.records.versioned import StaleSave
from patients.finding import find_page
from patients.keeping_services import amend_patient, join_records
from patients.models import Patient, SearchKey
from patients.services import HospitalNumberTakenError, NewPatient
from tests.clinic import registered
from tests.records.races import RACES, run_races

pytestmark = pytest.mark.django_db(transaction=True)


def new(patient, **changes):
    return NewPatient(**({name: getattr(patient, name) for name in NewPatient.__dataclass_fields__} | changes))


def amend(patient, by, *, version=1, **changes):
    return amend_patient(
        patient=patient, expected_version=version, new=new(patient, **changes), by=by, at=timezone.now()
    )


def send(client, patient, **changes):
    data = vars(new(patient)) | {"birth_date": patient.birth_date.isoformat(), "version": "1"} | changes
    return client.post(reverse("patient_amend", args=[patient.code]), data)


def page_of(client, patient):
    return client.get(reverse("patient", args=[patient.code])).content.decode()


def test_before_and_after_stand_in_the_audit_and_the_history(allergist, reviewer, as_user):
    patient = registered(allergist)
    assert send(as_user(allergist), patient, family_name="Ibáñez", sex="M").status_code == 302
    event = AuditEvent.objects.get(action="amended")
    assert (event.before, event.after) == ('{"family_name":"Núñez","sex":"F"}', '{"family_name":"Ibáñez","sex":"M"}')
    patient.refresh_from_db()
    assert (patient.family_name, patient.name_key, patient.version) == ("Ibáñez", "ibanez ana", 2)
    page = page_of(as_user(allergist), patient)
    assert '<td data-label="Before">Núñez</td>' in page
    assert '<td data-label="After">Ibáñez</td>' in page
    assert '<td data-label="Before">female</td>' in page
    hidden = page_of(as_user(reviewer), patient)
    assert "identity amended" in hidden
    assert "Núñez" not in hidden
    assert "Ibáñez" not in hidden


def test_the_patient_is_found_by_the_new_name_only(allergist):
    patient = registered(allergist)
    amend(patient, allergist, family_name="Ibáñez", hospital_number="777")
    found = {text: find_page(text=text, viewer=allergist, on=patient.birth_date).patients for text in ("ibanez", "777")}
    assert all(found.values())
    assert not find_page(text="nunez", viewer=allergist, on=patient.birth_date).patients
    assert not find_page(text="123456", viewer=allergist, on=patient.birth_date).patients


def test_a_joined_record_amended_is_found_through_the_leading_one(allergist):
    leading, second = registered(allergist), registered(allergist, hospital_number="2")
    join_records(leading=leading, joined=second, reason="twice", entry_key=uuid4(), by=allergist, at=timezone.now())
    amend(second, allergist, family_name="Smith")
    amend(leading, allergist, given_name="Eva")
    rows = find_page(text="smith", viewer=allergist, on=leading.birth_date).patients
    assert [row.code for row in rows] == [leading.code]
    assert not SearchKey.objects.filter(patient=second).exists()


def test_nothing_changed_is_no_event(allergist, as_user):
    patient = registered(allergist)
    response = send(as_user(allergist), patient)
    assert response.status_code == 302
    assert Patient.objects.get().version == 1
    assert not AuditEvent.objects.filter(action="amended").exists()


def test_a_stale_save_shows_both_and_the_next_one_saves(allergist, as_user):
    patient, client = registered(allergist), as_user(allergist)
    amend(Patient.objects.get(), allergist, given_name="Eva", hospital_number="777")
    response = send(client, patient, given_name="Anna")
    page = response.content.decode()
    assert response.status_code == 409
    assert '<td data-label="Stored now">Eva</td>' in page
    assert '<td data-label="You typed">Anna</td>' in page
    assert 'value="Anna"' in page
    assert 'name="version" value="2"' in page
    assert Patient.objects.get().given_name == "Eva"
    assert send(client, patient, given_name="Anna", version="2").status_code == 302
    assert Patient.objects.get().given_name == "Anna"


def test_a_taken_number_is_refused_with_a_link_and_nothing_is_lost(allergist, as_user):
    patient, other = registered(allergist), registered(allergist, hospital_number="7 77")
    page = send(as_user(allergist), patient, hospital_number="777", given_name="Eva").content.decode()
    assert f'href="/patients/{other.code}/"' in page
    assert 'value="Eva"' in page
    assert Patient.objects.get(pk=patient.pk).given_name == "Ana"
    with pytest.raises(HospitalNumberTakenError):
        amend(patient, allergist, hospital_number="777")
    assert not AuditEvent.objects.filter(action="amended").exists()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"family_name": ""}, "This field is required"),
        ({"birth_date": "2999-01-01"}, "lies in the future"),
        ({"sex": "Q"}, "not one of the available choices"),
        ({"version": ""}, "the form was not complete"),
        ({"version": "9" * 30}, "the form was not complete"),
    ],
)
def test_bad_input_is_told_and_nothing_typed_is_lost(allergist, as_user, changes, message):
    patient = registered(allergist)
    page = send(as_user(allergist), patient, **({"given_name": "Eva"} | changes)).content.decode()
    assert message in page
    assert 'value="Eva"' in page
    assert Patient.objects.get().version == 1


def test_a_nurse_amends_nothing(nurse, as_user):
    patient = registered(nurse)
    assert send(as_user(nurse), patient, given_name="Eva").status_code == 403
    assert Patient.objects.get().given_name == "Ana"


def test_amendments_at_once_lose_nothing_and_tell_the_loser_who_won(allergist):
    key, races = registered(allergist).pk, RACES // 10

    def change(race, writer):
        seen = Patient.objects.get(pk=key)
        amend(seen, allergist, version=race + 1, given_name=f"Ana {race} {writer}")
        return seen.given_name

    outcomes = run_races(change, races=races)
    for outcome in outcomes:
        won = [one for one in outcome if isinstance(one, str)]
        told = [one.current.given_name for one in outcome if isinstance(one, StaleSave)]
        assert len(won) == 1, outcome
        assert told == won
    assert Patient.objects.get().version == races + 1
    assert AuditEvent.objects.filter(action="amended").count() == races


def test_two_taking_one_number_at_once_leave_it_to_one(allergist):
    races = RACES // 10
    pairs = [[registered(allergist, hospital_number=f"{letter}{race}") for letter in "AB"] for race in range(races)]

    def take(race, writer):
        amend(pairs[race][writer], allergist, hospital_number=f"C{race}")
        return "won"

    for outcome in run_races(take, races=races):
        assert outcome.count("won") == 1, outcome
        assert sum(isinstance(one, HospitalNumberTakenError) for one in outcome) == 1, outcome
