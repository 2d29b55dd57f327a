"""Registration: what is known already is saved with it; who may be there already is asked about first."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertNumQueries

from desens.audit.models import AuditEvent
from patients.finding import likely_duplicates
from patients.models import AllergyLabel, Measurement, NoKnownAllergies, Patient
from patients.services import AllergiesKnownError, FirstEntries, NewLabel, NewPatient, register_patient
from tests.clinic import registered

pytestmark = pytest.mark.django_db(transaction=True)
ANA = {"family_name": "Núñez", "given_name": "Ana", "birth_date": "1962-04-03", "sex": "F", "hospital_number": "77"}


def register(client, **changes):
    return client.post(reverse("patient_register"), ANA | {"entry_key": str(uuid4())} | changes)


def test_weight_and_allergy_are_saved_with_the_patient(nurse, as_user):
    register(as_user(nurse), weight="71,5", substance="penicillin", status="suspected")
    patient = Patient.objects.get()
    assert str(Measurement.objects.get(patient=patient).value) == "71.500"
    label = AllergyLabel.objects.get(patient=patient)
    assert (label.substance, label.status) == ("penicillin", "suspected")
    events = AuditEvent.objects.filter(patient_code=patient.code).order_by("id")
    assert [event.action for event in events] == ["registered", "measured", "labelled"]
    assert len({event.at for event in events}) == 1


def test_none_known_is_saved_with_the_patient(nurse, as_user):
    register(as_user(nurse), none_known="on")
    assert NoKnownAllergies.objects.get().patient == Patient.objects.get()


def test_all_is_saved_or_nothing(nurse):
    day = date(2026, 11, 2)
    label = NewLabel(substance="latex", status="confirmed", reaction="", noted_on=day)
    with pytest.raises(AllergiesKnownError):
        register_patient(
            new=NewPatient(**(ANA | {"birth_date": date(1962, 4, 3)})),
            first=FirstEntries(label=label, none_known_on=day),
            entry_key=uuid4(),
            by=nurse,
            at=timezone.now(),
        )
    assert not Patient.objects.exists()
    assert not AllergyLabel.objects.exists()


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"weight": "0"}, "Expected a value from 1\u00a0kg to 650\u00a0kg"),
        ({"weight": "7.1"}, "unusual for this age"),
        ({"weight": "x"}, "digits and one decimal mark"),
        ({"substance": "latex"}, "how sure the allergy is"),
        ({"status": "confirmed"}, "Type the drug or substance"),
        ({"substance": "latex", "status": "confirmed", "none_known": "on"}, "Clear one of the two"),
        ({"substance": "a\u202eb", "status": "confirmed"}, "direction of reading"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_saved_or_lost(nurse, as_user, values, message):
    page = register(as_user(nurse), **values).content.decode()
    assert message in page
    assert 'value="Núñez"' in page
    assert not Patient.objects.exists()


def test_an_unusual_weight_is_kept_when_confirmed(nurse, as_user):
    assert register(as_user(nurse), weight="7.1", confirmed="on").status_code == 302
    assert Measurement.objects.count() == 1


def test_a_likely_duplicate_is_shown_before_saving_and_nothing_typed_is_lost(nurse, as_user):
    there, client = registered(nurse, family_name="Nunes", given_name="Anna"), as_user(nurse)
    page = register(client, weight="71", substance="latex", status="confirmed").content.decode()
    assert "Nothing is saved yet" in page
    assert f'href="/patients/{there.code}/"' in page
    for typed in ("Núñez", "77", "71", "latex"):
        assert f'value="{typed}"' in page
    assert '<option value="confirmed" selected>' in page
    assert Patient.objects.count() == 1
    assert register(client, another_person="on").status_code == 302
    assert Patient.objects.count() == 2


@pytest.mark.parametrize(
    "other", [{"birth_date": "1962-04-04"}, {"family_name": "López", "given_name": "Eva"}], ids=["day", "name"]
)
def test_another_day_or_another_name_is_not_asked_about(nurse, as_user, other):
    registered(nurse)
    assert register(as_user(nurse), **other).status_code == 302


def test_the_same_form_sent_again_is_no_duplicate_of_itself(nurse, as_user):
    key = str(uuid4())
    first, second = (register(as_user(nurse), entry_key=key, weight="71") for _ in range(2))
    assert first.url == second.url
    assert Patient.objects.count() == Measurement.objects.count() == 1


def test_a_weight_corrected_and_sent_again_is_not_told_as_saved(nurse, as_user):
    key = str(uuid4())
    assert register(as_user(nurse), entry_key=key, weight="57").status_code == 302
    assert register(as_user(nurse), entry_key=key, weight="67").status_code == 409
    assert str(Measurement.objects.get().value) == "57.000"


@pytest.mark.parametrize("rows", [1, 3])
def test_asking_takes_one_query(nurse, rows):
    for number in range(rows):
        patient = registered(nurse, hospital_number=f"D{number}")
    assert nurse.has("see_identity")
    with assertNumQueries(1):
        found = likely_duplicates(
            names=("Nunes", "Eva"), born=patient.birth_date, entry_key=uuid4(), viewer=nurse, on=patient.birth_date
        )
    assert len(found) == rows
