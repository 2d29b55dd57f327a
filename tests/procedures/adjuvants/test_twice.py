"""The same dose entered twice: asked back, and kept with its reason where it was given twice."""

from datetime import date
from uuid import uuid4

import pytest
from django.utils import timezone

from patients.keeping_services import join_records, mark_in_error
from procedures.models import AdjuvantDose
from tests.access.samples import sample_patient
from tests.cast import client_of
from tests.clinic import libraries
from tests.procedures.adjuvants.test_pages import DOSE, page, send
from tests.procedures.records import dose_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def patient(nurse):
    return sample_patient("1")


@pytest.fixture
def client(nurse):
    return client_of(nurse)


def errors_of(answer):
    return set(answer.context["form"].errors) if answer.status_code == 200 else set()


def test_a_second_dose_on_the_day_is_asked_back_and_kept_with_its_reason(client, patient, nurse):
    dose_of(patient, nurse)
    asked = send(client, patient, "adjuvant_dose", DOSE)
    assert errors_of(asked) == {"twice", "note"}
    html = asked.content.decode()
    assert "omalizumab · 300\u00a0mg · 2026-10-27 is recorded already, by " in html
    assert 'name="twice"' in html
    assert errors_of(send(client, patient, "adjuvant_dose", DOSE, twice="on")) == {"note"}
    assert errors_of(send(client, patient, "adjuvant_dose", DOSE, note="two syringes")) == {"twice"}
    assert AdjuvantDose.objects.count() == 1
    assert send(client, patient, "adjuvant_dose", DOSE, twice="on", note="half at noon").status_code == 302
    assert AdjuvantDose.objects.count() == 2
    assert "half at noon" in page(client, patient)


@pytest.mark.parametrize(
    "changes",
    [
        {"given_on": "2026-10-28"},
        {"given_on": "2026-10"},
        {"culprit": "carboplatin"},
        {"adjuvant": "other", "other_name": "dexamethasone"},
    ],
)
def test_what_is_another_dose_is_not_asked_about(client, patient, nurse, changes):
    dose_of(patient, nurse)
    assert send(client, patient, "adjuvant_dose", DOSE, **changes).status_code == 302
    assert 'name="twice"' not in client.get(f"/patients/{patient.code}/adjuvants/doses/new/").content.decode()


def test_a_dose_of_which_only_the_month_is_known_and_a_mistake_count_not(client, patient, nurse):
    dose_of(patient, nurse, given_on=date(2026, 10, 1), given_precision="month")
    wrong = dose_of(patient, nurse)
    mark_in_error(entry=wrong, reason="another patient", entry_key=uuid4(), by=nurse, at=timezone.now())
    assert send(client, patient, "adjuvant_dose", DOSE).status_code == 302
    assert send(client, patient, "adjuvant_dose", DOSE, given_on="2026-10").status_code == 302


def test_the_same_form_sent_again_is_one_dose(client, patient):
    key = str(uuid4())
    answers = [send(client, patient, "adjuvant_dose", DOSE, entry_key=key) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert AdjuvantDose.objects.count() == 1


def test_a_brand_name_and_a_joined_record_are_the_same_dose(client, patient, nurse):
    libraries()
    other = sample_patient("2")
    join_records(leading=patient, joined=other, reason="twice", entry_key=uuid4(), by=nurse, at=timezone.now())
    dose_of(other, nurse, culprit="Eloxatin")
    assert errors_of(send(client, patient, "adjuvant_dose", DOSE)) == {"twice", "note"}
