"""The forms of the background: each records one entry; bad input is told and nothing typed is lost."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse

from patients.background_models import (
    DatedValue,
    NoInterferingMedicines,
    OrderedDose,
    RiskFactor,
    TreatmentLineEnd,
)
from tests.clinic import registered
from tests.patients.background import records
from tests.patients.background.typed import FILLED, MODELS, page_of, send

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("kind", FILLED)
def test_each_form_records_one_entry_and_shows_it(nurse, as_user, kind):
    patient = registered(nurse)
    of_line = {"line": str(records.line(patient, nurse).entry_key)} if kind in ("line_end", "dose") else {}
    before = MODELS[kind].objects.count()
    response = send(as_user(nurse), patient, kind, **of_line)
    assert response.url == reverse("background", args=[patient.code])
    assert MODELS[kind].objects.count() == before + (2 if kind == "risk" else 1)
    shown = {"value": "0.85\u00a0mg/dL", "risk": "mild", "line_end": "2026-11-10", "condition": "2017-05"}
    assert shown.get(kind, FILLED[kind].get("drug") or FILLED[kind].get("name") or "FOLFOX") in page_of(
        as_user(nurse), patient
    )


BAD = [
    ("condition", "diagnosis", "", "This field is required"),
    ("condition", "since", "last year", "a month or a day"),
    ("condition", "since", "2099", "lies in the future"),
    ("condition", "since", "1961", "before the birth date"),
    ("condition", "state", "cured", "not one of the available choices"),
    ("line", "regimen", "a\u202eb", "turns the direction"),
    ("line", "cycle_days", "0", "whole number of days from 1 to 366"),
    ("line", "cycle_days", "20.5", "whole number of days"),
    ("line", "cycle_days", "three weeks", "digits and one decimal mark"),
    ("line", "started_on", "2099-01-01", "lies in the future"),
    ("line", "started_on", "1950-01-01", "before the birth date"),
    ("line_end", "ended_on", "2026-11-01", "The line started on 2026-11-02"),
    ("line_end", "line", "", "This field is required"),
    ("line_end", "line", "nothing", "not a valid UUID"),
    ("dose", "drug", "", "This field is required"),
    ("dose", "drug", "+-", "Type a name with letters"),
    ("dose", "amount", "1.500", "could mean 1.5 or 1500"),
    ("dose", "amount", "0", "above 0"),
    ("dose", "amount", "0.1234567", "at most 6 decimals"),
    ("dose", "unit", "g", "A dose by AUC is ordered in mg"),
    ("dose", "factor", "", "or the target AUC"),
    ("dose", "basis", "", "Choose what the amount belongs to"),
    ("dose", "basis", "flat", "Choose what the amount belongs to"),
    ("value", "value", "80", "from 0.1\u00a0mg/dL to 30\u00a0mg/dL"),
    ("value", "value", "3.5", "is unusual"),
    ("value", "measured", "", "This field is required"),
    ("value", "measured_on", "2099-01-01", "lies in the future"),
    ("risk", "asthma", "perhaps", "not one of the available choices"),
    ("risk", "asthma", "", "details alone say neither"),
    ("risk", "other_excipient", "present", "Name the excipient"),
    ("risk", "noted_on", "", "Type a date"),
    ("medicine", "name", "", "This field is required"),
    ("medicine", "name", "+-", "Type a name with letters"),
    ("medicine", "last_intake_on", "", "Type the date, or choose"),
    ("medicine", "intake", "ongoing", "A date goes with"),
    ("medicine", "intake", "", "This field is required"),
]


@pytest.mark.parametrize(("kind", "field", "typed", "message"), BAD)
def test_bad_input_is_told_beside_the_field_and_nothing_typed_is_lost(nurse, as_user, kind, field, typed, message):
    patient = registered(nurse)
    of_line = {"line": str(records.line(patient, nurse).entry_key)} if kind in ("line_end", "dose") else {}
    count = MODELS[kind].objects.count()
    response = send(as_user(nurse), patient, kind, **(of_line | {field: typed}))
    page = response.content.decode()
    assert message in page
    assert "is-invalid" in page
    assert MODELS[kind].objects.count() == count
    for name, value in (FILLED[kind] | of_line | {field: typed}).items():
        assert response.context["form"][name].value() == value
    texts = [FILLED[kind][name] for name in ("diagnosis", "drug", "name", "regimen") if name in FILLED[kind]]
    assert all(f'value="{text}"' in page for text in texts if text != FILLED[kind].get(field))


def test_an_unusual_value_is_kept_when_confirmed(nurse, as_user):
    patient, client = registered(nurse), as_user(nurse)
    page = send(client, patient, "value", value="3.5").content.decode()
    assert "I confirm that this was measured" in page
    assert "I confirm" not in client.get(reverse("background_value", args=[patient.code])).content.decode()
    assert send(client, patient, "value", value="3.5", confirmed="on").status_code == 302
    assert str(DatedValue.objects.get().value) == "3.500000"


def test_a_dose_without_figures_or_with_auc_alone_is_a_dose(nurse, as_user):
    patient, client = registered(nurse), as_user(nurse)
    line = {"line": str(records.line(patient, nurse).entry_key)}
    nothing = {"amount": "", "unit": "mg", "basis": "", "factor": "", "inputs": ""}
    assert send(client, patient, "dose", **(line | nothing)).status_code == 302
    assert send(client, patient, "dose", **(line | {"drug": "cisplatin", "amount": "", "unit": ""})).status_code == 302
    assert [row.unit for row in OrderedDose.objects.order_by("id")] == ["", "mg"]
    assert "5\u00a0mg·min/mL" in page_of(client, patient)


def test_nothing_chosen_is_no_answer(nurse, as_user):
    patient = registered(nurse)
    values = {"asthma": "", "pregnancy": "", "asthma_detail": ""}
    assert "Nothing was chosen" in send(as_user(nurse), patient, "risk", **values).content.decode()


def test_the_risk_form_tells_what_stands_and_changes_what_is_chosen_only(nurse, as_user):
    patient, client = registered(nurse), as_user(nurse)
    records.risk(patient, nurse, factor="mastocytosis")
    page = client.get(reverse("background_risk", args=[patient.code])).content.decode()
    assert "now: present (2026-11-02)" in page
    assert "now: not recorded" in page
    send(client, patient, "risk")
    assert sorted(RiskFactor.objects.values_list("factor", flat=True)) == ["asthma", "mastocytosis", "pregnancy"]


def test_a_line_of_another_patient_cannot_be_chosen(nurse, as_user):
    ana, ben = registered(nurse), registered(nurse, hospital_number="2")
    line = {"line": str(records.line(ana, nurse).entry_key)}
    for kind in ("dose", "line_end"):
        page = send(as_user(nurse), ben, kind, **line).content.decode()
        assert "Select a valid choice" in page
        assert "carboplatin and paclitaxel" not in page
    assert not OrderedDose.objects.exists()
    assert not TreatmentLineEnd.objects.exists()


def test_the_form_opens_with_what_is_known(nurse, as_user):
    patient, client = registered(nurse), as_user(nurse)
    records.condition(patient, nurse)
    assert 'value="ovarian cancer"' in client.get(reverse("background_line", args=[patient.code])).content.decode()
    first = records.line(patient, nurse)
    address = reverse("background_dose", args=[patient.code])
    assert f'value="{first.entry_key}" selected' in client.get(address).content.decode()
    second = records.line(patient, nurse, regimen="cisplatin")
    assert not re.search(r'value="[0-9a-f-]{36}" selected', client.get(address).content.decode())
    page = client.get(f"{address}?line={second.entry_key}").content.decode()
    assert f'value="{second.entry_key}" selected' in page


def test_a_medicine_is_updated_without_typing_it_again(nurse, as_user):
    patient, client = registered(nurse), as_user(nurse)
    row = records.medicine(patient, nurse, intake="taken", last_intake_on=records.DAY)
    address = reverse("background_medicine", args=[patient.code])
    assert f"{address}?of={row.entry_key}" in page_of(client, patient)
    page = client.get(f"{address}?of={row.entry_key}").content.decode()
    assert all(f'value="{text}"' in page for text in ("bisoprolol", "5 mg a day", "2026-11-02"))
    assert 'value="beta_blocker" selected' in page
    other = reverse("background_medicine", args=[registered(nurse, hospital_number="2").code])
    for key in (row.entry_key, "nothing", "\0", uuid4()):
        assert "bisoprolol" not in client.get(other, {"of": key}).content.decode()


def test_none_taken_is_said_with_one_press_and_refused_against_an_ongoing_medicine(nurse, as_user):
    patient, client = registered(nurse), as_user(nurse)
    address = reverse("background_no_medicines", args=[patient.code])
    assert "not recorded" in page_of(client, patient)
    client.post(address, {"entry_key": str(uuid4())})
    assert "none of these medicines is taken" in page_of(client, patient)
    records.medicine(patient, nurse)
    page = client.post(address, {"entry_key": str(uuid4())}, follow=True).content.decode()
    assert "Record that it was stopped first" in page
    assert "Nothing was recorded" in client.post(address, {"entry_key": "x"}, follow=True).content.decode()
    assert NoInterferingMedicines.objects.count() == 1
