"""Whatever is typed, the answer is a page, and nothing typed becomes markup."""

from uuid import uuid4

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from patients.background_models import (
    TreatmentLine,
)
from patients.models import Patient
from tests.clinic import registered
from tests.patients.background import records
from tests.patients.background.typed import FILLED, FORMS

pytestmark = pytest.mark.django_db(transaction=True)


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
