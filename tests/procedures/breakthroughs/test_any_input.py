"""Whatever is typed into the forms of breakthroughs, the answer is a page, and nothing typed becomes markup."""

from uuid import uuid4

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from procedures.models import Procedure
from tests.access.samples import sample_patient, sample_version
from tests.cast import client_of
from tests.procedures.breakthroughs.test_services import a_reaction
from tests.procedures.breakthroughs.typed import place, send, typed
from tests.procedures.records import procedure_of
from tests.reactions.recording.test_any_input import TYPED

pytestmark = pytest.mark.django_db(transaction=True)

FIELDS = [
    *("culprit", "started_on", "started_time", "onset", "onset_unit", "onset_clock", "step", "bag", "minute"),
    *("dose_reached", "dose_unit", "done_next", "late", "hours_after_end", "reaction", "entry_key", "signs"),
    *("t0-code", "t0-when", "duration", "note", "grade", "planned_dose", "occasion", "protocol_steps"),
]
ODD = st.dictionaries(st.sampled_from(FIELDS), TYPED, max_size=5)
EACH = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def the_procedure(nurse):
    """One with times and a released schedule, made once for all examples."""
    kept = Procedure.objects.select_related("patient").first()
    if kept is not None:
        return kept
    patient = sample_patient("1")
    events = [("start", step, 15 * (step - 1)) for step in range(1, 8)]
    return procedure_of(patient, nurse, version=sample_version(patient), events=events)


@EACH
@given(odd=ODD)
@example(odd={"started_on": "9999-12-31", "onset": "99999"})
@example(odd={"started_on": "0001", "onset": "1"})
@example(odd={"dose_unit": ""})
@pytest.mark.parametrize("route", ["breakthrough_new", "breakthrough_panel"])
def test_no_breakthrough_is_an_error_of_the_server(nurse, route, odd):
    procedure, client = the_procedure(nurse), client_of(nurse)
    address = reverse(route, args=[procedure.patient.code, procedure.code])
    assert client.post(address, typed() | odd).status_code in (200, 302, 409)
    opened = reverse("breakthrough_new", args=[procedure.patient.code, procedure.code])
    assert client.get(opened, {"step": odd.get("step", "")}).status_code == 200


@EACH
@given(odd=ODD)
def test_no_tie_is_an_error_of_the_server(nurse, odd):
    procedure = the_procedure(nurse)
    reaction = a_reaction(procedure.patient, nurse)
    address = reverse("breakthrough_tie", args=[procedure.patient.code, procedure.code])
    sent = client_of(nurse).post(address, place(reaction=str(reaction.case_key)) | odd)
    assert sent.status_code in (200, 302, 409)


@pytest.mark.parametrize("payload", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>'])
def test_what_people_typed_is_escaped(nurse, payload):
    procedure, client = the_procedure(nurse), client_of(nurse)
    send(client, procedure, culprit=payload, note=payload, step="5", bag="", onset="62", entry_key=str(uuid4()))
    keys = [procedure.patient.code, procedure.code]
    for route in ("breakthrough_list", "breakthrough_new", "breakthrough_tie"):
        assert payload not in client.get(reverse(route, args=keys)).content.decode()
