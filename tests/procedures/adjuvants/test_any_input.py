"""Whatever is typed into the forms of adjuvants, the answer is a page, and nothing typed becomes markup."""

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from patients.models import Patient
from tests.access.samples import sample_patient
from tests.cast import client_of
from tests.procedures.adjuvants.test_pages import DOSE, PLAN, send
from tests.procedures.records import procedure_of
from tests.reactions.recording.test_any_input import TYPED

pytestmark = pytest.mark.django_db(transaction=True)

FIELDS = [
    *("adjuvant", "other_name", "culprit", "dose", "dose_unit", "given_on", "days_before", "before", "note"),
    *("from_on", "interval_days", "reason", "entry_key"),
]
FORMS = {
    "adjuvant_dose": DOSE,
    "adjuvant_plan": PLAN | {"interval_days": "14"},
    "adjuvant_stop": PLAN | {"reason": "no effect"},
}


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(odd=st.dictionaries(st.sampled_from(FIELDS), TYPED, max_size=5))
@example(odd={"given_on": "0001", "from_on": "0001"})
@example(odd={"given_on": "9999-12-31", "from_on": "9999-12-31"})
@pytest.mark.parametrize("route", list(FORMS))
def test_no_input_is_an_error_of_the_server(nurse, route, odd):
    patient, client = Patient.objects.first() or sample_patient("1"), client_of(nurse)
    assert send(client, patient, route, FORMS[route], **odd).status_code in (200, 302, 409)
    assert client.get(reverse("adjuvants", args=[patient.code])).status_code == 200


@pytest.mark.parametrize("payload", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>'])
def test_what_people_typed_is_escaped(nurse, payload):
    patient, client = sample_patient("1"), client_of(nurse)
    procedure_of(patient, nurse)
    for route, typed in FORMS.items():
        words = {"culprit": payload, "note": payload, "adjuvant": "other", "other_name": payload}
        send(client, patient, route, typed, **words)
        assert payload not in client.get(reverse(route, args=[patient.code])).content.decode()
    assert payload not in client.get(reverse("adjuvants", args=[patient.code])).content.decode()
