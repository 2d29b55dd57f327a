"""Discharged and deceased: dated, shown in the banner, and nothing is prescribed for the dead."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from patients import services
from patients.models import CareState, PatientState
from patients.selectors import standing_state
from protocols.models import Protocol
from protocols.services import add_version, start_protocol
from tests.clinic import drafted, libraries, prescribed, registered, typed

HIDDEN = "typed text, hidden without the identity permission"
pytestmark = pytest.mark.django_db(transaction=True)
DAY = date(2026, 11, 2)


def state(patient, by, state, since=DAY):
    services.record_state(
        patient=patient, state=state, since=since, note="", entry_key=uuid4(), by=by, at=timezone.now()
    )


def send(client, patient, **values):
    data = {"state": "deceased", "since": "2026-11-02", "note": "", "entry_key": str(uuid4())} | values
    return client.post(reverse("patient_state", args=[patient.code]), data)


def test_the_state_recorded_last_holds(allergist):
    patient = registered(allergist)
    assert standing_state(patient) is None
    state(patient, allergist, CareState.DISCHARGED)
    assert standing_state(patient).state == "discharged"
    state(patient, allergist, CareState.DECEASED)
    assert standing_state(patient).state == "deceased"
    state(patient, allergist, CareState.IN_CARE)
    assert standing_state(patient) is None
    assert PatientState.objects.count() == 3


def test_the_banner_and_the_history_say_it(allergist, reviewer, as_user):
    patient = registered(allergist)
    assert send(as_user(allergist), patient, note="told by the family").status_code == 302
    for viewer, told in ((allergist, "told by the family"), (reviewer, HIDDEN)):
        page = as_user(viewer).get(reverse("patient", args=[patient.code])).content.decode()
        assert 'class="patient-state">deceased <time' in page
        assert f"deceased since 2026-11-02: {told}" in page


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"state": ""}, "This field is required"),
        ({"state": "gone"}, "not one of the available choices"),
        ({"since": "2999-01-01"}, "lies in the future"),
        ({"since": "1962-04-02"}, "before the birth date"),
        ({"since": ""}, "Type a date"),
    ],
)
def test_bad_input_is_told_and_nothing_typed_is_lost(allergist, as_user, values, message):
    patient = registered(allergist)
    page = send(as_user(allergist), patient, note="by telephone", **values).content.decode()
    assert message in page
    assert 'value="by telephone"' in page
    assert not PatientState.objects.exists()


def test_who_may_not_amend_may_not_say_it(nurse, as_user):
    patient = registered(nurse)
    assert send(as_user(nurse), patient).status_code == 403
    assert not PatientState.objects.exists()


def test_nothing_is_prescribed_for_the_dead(allergist, as_user):
    libraries()
    patient, client = registered(allergist), as_user(allergist)
    version = drafted(patient, allergist)
    state(patient, allergist, CareState.DECEASED)
    common = {"prescription": prescribed(), "entry_key": uuid4(), "by": allergist, "at": timezone.now()}
    for refused in (
        lambda: start_protocol(patient=patient, **common),
        lambda: add_version(protocol=version.protocol, based_on=1, **common),
    ):
        with pytest.raises(services.NoNewProtocolError, match="deceased"):
            refused()
    for address in (
        reverse("protocol_new", args=[patient.code]),
        reverse("version_new", args=[patient.code, version.protocol.code]),
    ):
        for response in (client.get(address, follow=True), client.post(address, typed(action="save"), follow=True)):
            assert "recorded as deceased" in response.content.decode()
    assert Protocol.objects.count() == 1


def test_a_discharged_patient_may_come_back(allergist, as_user):
    patient = registered(allergist)
    state(patient, allergist, CareState.DISCHARGED)
    assert as_user(allergist).get(reverse("protocol_new", args=[patient.code])).status_code == 200
