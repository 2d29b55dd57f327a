"""The page of adjuvants and its forms: days before, interval, stop, mistakes."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.urls import reverse

from procedures.models import AdjuvantDose, AdjuvantPlan
from tests.access.samples import sample_patient
from tests.cast import client_of
from tests.clinic import libraries
from tests.procedures.records import dose_of, plan_of, procedure_of
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
DOSE = {"adjuvant": "omalizumab", "culprit": "oxaliplatin", "dose": "300", "dose_unit": "mg", "given_on": "2026-10-27"}
PLAN = {"adjuvant": "omalizumab", "culprit": "oxaliplatin", "from_on": "2026-11-10"}


@pytest.fixture
def patient(nurse):
    return sample_patient("1")


@pytest.fixture
def client(nurse):
    return client_of(nurse)


def send(client, patient, route, typed, **changes):
    return client.post(reverse(route, args=[patient.code]), {**typed, "entry_key": str(uuid4()), **changes})


def page(client, patient):
    return client.get(reverse("adjuvants", args=[patient.code])).content.decode()


def test_an_empty_page_says_what_to_do(client, patient):
    assert "No adjuvant is recorded" in page(client, patient)


def test_doses_stand_by_culprit_with_their_days_before(client, patient, nurse):
    procedure_of(patient, nurse)
    dose_of(patient, nurse)
    dose_of(patient, nurse, given_on=date(2026, 11, 7))
    dose_of(patient, nurse, culprit="carboplatin", dose=None, dose_unit="")
    text = page(client, patient)
    assert "14\u00a0days" in text
    assert "3\u00a0days" in text
    assert text.index("carboplatin") < text.index("oxaliplatin")
    assert "no later desensitization is recorded" in text
    assert "Maintenance interval: not recorded" in text


def test_a_brand_name_counts_to_the_desensitizations_of_its_drug(client, patient, nurse):
    libraries()
    procedure_of(patient, nurse)
    dose_of(patient, nurse, culprit="Eloxatin")
    text = page(client, patient)
    assert "14\u00a0days" in text
    assert "no later desensitization is recorded" not in text


def test_where_a_day_is_not_known_nothing_is_counted(client, patient, nurse):
    procedure_of(patient, nurse, day=date(2026, 11, 1), day_precision="month", started_at=None)
    dose_of(patient, nurse)
    assert "not recorded: the day of the desensitization is not known" in page(client, patient)
    dose_of(patient, nurse, given_on=date(2026, 1, 1), given_precision="year")
    assert "not recorded: the day of the dose is not known" in page(client, patient)


def test_the_newest_interval_or_stop_holds(client, patient, nurse):
    plan_of(patient, nurse)
    plan_of(patient, nurse, interval_days=None, stopped=True, reason="no effect", from_on=date(2026, 11, 15))
    text = page(client, patient)
    assert "<strong>omalizumab: stopped 2026-11-15, no effect</strong>" in text
    assert "every 14\u00a0days from 2026-11-10" in text


def test_a_dose_is_typed_with_its_date_once(client, patient):
    key = str(uuid4())
    assert [send(client, patient, "adjuvant_dose", DOSE, entry_key=key).status_code for _ in range(2)] == [302, 302]
    row = AdjuvantDose.objects.get()
    assert (row.given_text, row.dose, row.dose_unit) == ("2026-10-27", Decimal(300), "mg")


def test_a_dose_is_typed_with_its_days_before(client, patient, nurse):
    procedure = procedure_of(patient, nurse)
    sent = send(client, patient, "adjuvant_dose", DOSE, given_on="", days_before="6", before=procedure.code)
    assert sent.status_code == 302
    assert AdjuvantDose.objects.get().given_on == date(2026, 11, 4)


def test_of_a_dose_little_need_be_known(client, patient):
    assert send(client, patient, "adjuvant_dose", DOSE, dose="", given_on="2024").status_code == 302
    row = AdjuvantDose.objects.get()
    assert (row.dose, row.dose_unit, row.given_text) == (None, "", "2024")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"given_on": ""}, "given_on"),
        ({"given_on": "2999-01-01"}, "given_on"),
        ({"given_on": "1900"}, "given_on"),
        ({"given_on": "", "days_before": "3"}, "before"),
        ({"days_before": "3"}, "days_before"),
        ({"days_before": "366"}, "days_before"),
        ({"before": "nowhere"}, "before"),
        ({"dose": "0"}, "dose"),
        ({"dose": "1,000"}, "dose"),
        ({"dose_unit": ""}, "dose_unit"),
        ({"adjuvant": "other"}, "other_name"),
        ({"other_name": "x"}, "other_name"),
        ({"culprit": ""}, "culprit"),
    ],
)
def test_a_dose_that_cannot_be_is_refused_beside_its_field(client, patient, changes, field):
    answer = send(client, patient, "adjuvant_dose", DOSE, **changes)
    assert field in answer.context["form"].errors
    assert not AdjuvantDose.objects.exists()


def test_days_alone_ask_for_their_number(client, patient, nurse):
    procedure = procedure_of(patient, nurse)
    answer = send(client, patient, "adjuvant_dose", DOSE, given_on="", before=procedure.code)
    assert "days_before" in answer.context["form"].errors


def test_an_interval_and_a_stop_are_typed(client, patient):
    assert send(client, patient, "adjuvant_plan", PLAN, interval_days="14").status_code == 302
    assert send(client, patient, "adjuvant_stop", PLAN, reason="no effect").status_code == 302
    assert sorted(AdjuvantPlan.objects.values_list("stopped", "interval_days", "reason")) == [
        (False, 14, ""),
        (True, None, "no effect"),
    ]
    assert "interval_days" in send(client, patient, "adjuvant_plan", PLAN, interval_days="0").context["form"].errors
    assert "reason" in send(client, patient, "adjuvant_stop", PLAN, reason="").context["form"].errors
    late = send(client, patient, "adjuvant_stop", PLAN, reason="x", from_on="2999")
    assert "from_on" in late.context["form"].errors


def test_a_mistake_is_struck_and_counts_nowhere(client, patient, nurse):
    procedure_of(patient, nurse)
    for entry in (dose_of(patient, nurse), plan_of(patient, nurse)):
        address = reverse("adjuvant_error", args=[patient.code, entry.entry_key])
        assert "omalizumab" in client.get(address).content.decode()
        assert client.post(address, {"entry_key": uuid4(), "reason": "another patient"}).status_code == 302
        again = client.post(address, {"entry_key": uuid4(), "reason": "twice"}, follow=True)
        assert "marked this entry before you" in again.content.decode()
    text = page(client, patient)
    assert "14\u00a0days</td>" not in text
    assert "Maintenance interval: not recorded" in text


def test_nothing_is_found_through_another_patient(client, patient, nurse):
    other, dose = sample_patient("2"), dose_of(patient, nurse)
    assert client.get(reverse("adjuvant_error", args=[other.code, dose.entry_key])).status_code == 404
    assert client.get(reverse("adjuvant_error", args=[other.code, "no-key"])).status_code == 404
    foreign = procedure_of(patient, nurse)
    answer = send(client, other, "adjuvant_dose", DOSE, given_on="", days_before="6", before=foreign.code)
    assert "before" in answer.context["form"].errors


def test_a_culprit_in_the_address_is_filled_in(client, patient):
    address = reverse("adjuvant_dose", args=[patient.code])
    assert 'value="carboplatin"' in client.get(address, {"culprit": "carboplatin"}).content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_takes_the_same_queries_whatever_its_length(client, patient, nurse, rows):
    for day in range(1, rows + 1):
        procedure_of(patient, nurse)
        dose_of(patient, nurse, given_on=date(2026, 10, day))
        plan_of(patient, nurse)
    address = reverse("adjuvants", args=[patient.code])
    client.get(address)
    assert queries_of(lambda: client.get(address)) == 18


@pytest.mark.parametrize("rows", [1, 3])
def test_the_forms_take_the_same_queries(client, patient, nurse, rows):
    for _ in range(rows):
        procedure_of(patient, nurse)
    counts = []
    for route in ("adjuvant_dose", "adjuvant_plan", "adjuvant_stop"):
        address = reverse(route, args=[patient.code])
        client.get(address)
        counts.append(queries_of(lambda address=address: client.get(address)))
    assert counts == [16, 13, 13]
