"""The background's page and forms: works, other role, bad input loses nothing, another patient's line, escaping."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django.asserts import assertNumQueries

from desens.audit.models import AuditEvent
from patients.background.urls import ADDRESSES
from patients.background_models import (
    Condition,
    DatedValue,
    InterferingMedicine,
    NoInterferingMedicines,
    OrderedDose,
    RiskFactor,
    TreatmentLine,
    TreatmentLineEnd,
)
from patients.models import Patient
from tests.clinic import labelled, registered
from tests.patients.background import records

pytestmark = pytest.mark.django_db(transaction=True)
FORMS = [f"background_{kind}" for kind in ADDRESSES]
MODELS = {
    "condition": Condition,
    "line": TreatmentLine,
    "line_end": TreatmentLineEnd,
    "dose": OrderedDose,
    "value": DatedValue,
    "risk": RiskFactor,
    "medicine": InterferingMedicine,
}
FILLED = {
    "condition": {"diagnosis": "asthma", "state": "active", "since": "2017-05"},
    "line": {
        "diagnosis": "colon cancer",
        "regimen": "FOLFOX",
        "cycle_days": "14",
        "intention": "adjuvant",
        "oncologist": "Dr. Example",
        "started_on": "2026-11-02",
    },
    "line_end": {"ended_on": "2026-11-10"},
    "dose": {"drug": "carboplatin", "amount": "512,5", "unit": "mg", "basis": "auc", "factor": "5", "inputs": "71 kg"},
    "value": {"measured": "creatinine mg/dL", "value": "0,85", "measured_on": "2026-11-02"},
    "risk": {"noted_on": "2026-11-02", "asthma": "present", "pregnancy": "absent", "asthma_detail": "mild"},
    "medicine": {
        "medicine_class": "beta_blocker",
        "name": "bisoprolol",
        "dose": "5 mg a day",
        "intake": "stopped",
        "last_intake_on": "2026-11-02",
        "decision": "",
    },
}


def send(client, patient, kind, **changes):
    data = FILLED[kind] | {"entry_key": str(uuid4())} | changes
    return client.post(reverse(f"background_{kind}", args=[patient.code]), data)


def page_of(client, patient):
    return client.get(reverse("background", args=[patient.code])).content.decode()


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


def test_a_washout_is_told_with_its_source_and_what_is_missing(nurse, as_user):
    patient, client = registered(nurse), as_user(nurse)
    last = timezone.localdate() - timedelta(days=3)
    common = {"medicine_class": "antihistamine_second"}
    records.medicine(patient, nurse, name="cetirizine", intake="taken", last_intake_on=last, **common)
    records.medicine(patient, nurse, name="ebastine", intake="unknown", **common)
    page = page_of(client, patient)
    assert "too short" in page
    assert (last + timedelta(days=7)).isoformat() in page
    assert "cannot be computed: the last intake is missing" in page
    assert "AAAAI" in page
    assert "read in a copy of the source" in page


def test_what_is_open_stands_on_the_overview_until_it_is_done(nurse, as_user):
    patient, client = registered(nurse), as_user(nurse)
    overview = reverse("patient", args=[patient.code])
    assert "Still open in the background" not in client.get(overview).content.decode()
    records.dose(records.line(patient, nurse), nurse)
    records.medicine(patient, nurse)
    page = client.get(overview).content.decode()
    assert "carboplatin is ordered by AUC: no creatinine of the last 30 days" in page
    assert "Beta-blocker (bisoprolol): decide" in page
    records.value(patient, nurse, measured_on=timezone.localdate())
    records.medicine(patient, nurse, decision="hold the dose before")
    assert "Still open in the background" not in client.get(overview).content.decode()


def test_every_change_of_an_allergy_stands_with_date_and_person(allergist, nurse, as_user):
    patient = registered(allergist)
    labelled(patient, nurse, "carboplatin", "suspected")
    labelled(patient, allergist, "carboplatin", "refuted")
    page = page_of(as_user(nurse), patient)
    section = page[page.index('id="labels"') :]
    assert "<s>carboplatin</s>" in section
    assert section.index("refuted") < section.index("suspected")
    assert str(allergist) in section
    assert str(nurse) in section
    assert timezone.localdate().isoformat() in section


def test_a_mistake_is_marked_from_the_page_and_stays_struck(nurse, as_user):
    patient, client = registered(nurse), as_user(nurse)
    records.value(patient, nurse)
    address = re.search(r'href="([^"]*/values/[^"]*/error/)"', page_of(client, patient)).group(1)
    assert "serum creatinine · 0.85\u00a0mg/dL" in client.get(address).content.decode()
    response = client.post(address, {"reason": "wrong patient", "entry_key": str(uuid4())})
    assert response.url == reverse("background", args=[patient.code])
    page = page_of(client, patient)
    assert "wrong patient" in page
    assert re.search(r"<s><span[^>]*>0.85\u00a0mg/dL", page)


def test_the_page_of_everything_shows_each_kind(nurse, as_user):
    patient = registered(nurse)
    records.everything(patient, nurse)
    page = page_of(as_user(nurse), patient)
    for text in ("ovarian cancer", "every 21 days", "180\u00a0mg/m²", "0.905\u00a0mg/dL", "bisoprolol", "mannitol"):
        assert text in page
    assert "Dr. Oncologist Example" in page
    assert "FEV1, % of predicted <span" in page


def test_a_reviewer_reads_it_without_the_name_and_records_nothing(nurse, reviewer, as_user):
    patient = registered(nurse)
    records.everything(patient, nurse)
    page = page_of(as_user(reviewer), patient)
    assert f"Patient {patient.code}" in page
    assert "Dr. Oncologist Example" in page
    assert not any(secret in page for secret in ("NÚÑEZ", "123456", "1962", "/new/", "/error/"))


def test_a_look_at_the_background_is_an_event(pharmacist, nurse, as_user):
    patient = registered(nurse)
    page_of(as_user(pharmacist), patient)
    event = AuditEvent.objects.latest("id")
    assert (event.action, event.subject, event.by) == ("looked", "background", pharmacist.username)
    assert event.patient_code == patient.code


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_takes_a_literal_number_of_queries(nurse, as_user, rows):
    patient = registered(nurse)
    for _ in range(rows):
        records.everything(patient, nurse)
    client = as_user(nurse)
    page_of(client, patient)
    with assertNumQueries(25 + (connection.vendor == "postgresql")):  # the chain's advisory lock
        page_of(client, patient)


@pytest.mark.parametrize("name", ["background", *FORMS])
def test_an_unknown_patient_is_not_found(nurse, as_user, name):
    assert as_user(nurse).get(reverse(name, args=["zzzzzzzzzz"])).status_code == 404


SIGNS = st.one_of(st.text(st.characters(codec="utf-8"), max_size=300), st.sampled_from(["1.500", "0", "9" * 15, "\0"]))


@pytest.mark.parametrize("kind", FILLED)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_no_input_is_an_error_of_the_server(nurse, as_user, kind, data):
    patient = Patient.objects.first() or registered(nurse)
    if kind in ("line_end", "dose") and not TreatmentLine.objects.exists():
        records.line(patient, nurse)
    right = FILLED[kind] | {"entry_key": str(uuid4())}
    if kind in ("line_end", "dose"):
        right["line"] = str(TreatmentLine.objects.order_by("id")[0].entry_key)
    odd = data.draw(st.dictionaries(st.sampled_from(sorted(right)), SIGNS, max_size=4))
    response = as_user(nurse).post(reverse(f"background_{kind}", args=[patient.code]), right | odd)
    assert response.status_code in (200, 302)


PAYLOADS = ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</title><b>"]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_people_typed_is_escaped(nurse, as_user, payload):
    patient = registered(nurse)
    records.condition(patient, nurse, diagnosis=payload)
    line = records.line(patient, nurse, diagnosis=payload, regimen=payload, oncologist=payload)
    records.dose(line, nurse, drug=payload, inputs=payload)
    records.risk(patient, nurse, detail=payload)
    records.medicine(patient, nurse, name=payload, dose=payload)
    client = as_user(nurse)
    for name in ("patient", "background", *FORMS):
        assert payload not in client.get(reverse(name, args=[patient.code])).content.decode()
