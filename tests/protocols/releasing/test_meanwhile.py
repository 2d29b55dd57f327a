"""What else can happen between opening the page of a release and sending it: a setting, another release, a death."""

from uuid import uuid4

import pytest
from django.utils import timezone

from desens.unit.definitions.judging import FEV1_PERCENT
from desens.unit.services import Change, change_setting
from patients.services import record_state
from protocols.models import Release, Voiding
from tests.protocols.lifecycle.steps import released
from tests.protocols.releasing.ready import address, everything_recorded, page_of, text_of, typed, verified_version

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def version(allergist, pharmacist):
    version = verified_version(allergist, pharmacist)
    everything_recorded(version.protocol.patient, allergist)
    return version


def test_a_setting_or_another_release_meanwhile_is_shown_and_asked_again(
    version, allergist, pharmacist, administrator, as_user
):
    client, today = as_user(allergist), timezone.localdate()
    page = page_of(client, version)
    change = Change(definition=FEV1_PERCENT, value="70", reason="our own", based_on=0)
    change_setting(change=change, entry_key=uuid4(), by=administrator, at=timezone.now())
    answer = client.post(address(version), typed(page))
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "A setting of the unit was changed" in text_of(page)
    other = verified_version(allergist, pharmacist, version.protocol.patient)
    released(other, allergist, planned_on=today)
    answer = client.post(address(version), typed(page))
    assert answer.status_code == 409
    assert f"Another protocol is released for {today}" in text_of(answer.content.decode())
    assert Release.objects.count() == 1


def test_of_who_has_died_nothing_is_released_and_a_version_can_still_be_void(version, allergist, as_user):
    client, patient = as_user(allergist), version.protocol.patient
    form = typed(page_of(client, version))
    died = {"state": "deceased", "since": timezone.localdate(), "note": ""}
    record_state(patient=patient, entry_key=uuid4(), by=allergist, at=timezone.now(), **died)
    assert client.post(address(version), form).status_code == 302
    assert not Release.objects.exists()
    sent = {"entry_key": str(uuid4()), "reason": "the patient died"}
    assert client.post(address(version, "version_void"), sent).status_code == 302
    assert Voiding.objects.get().reason == "the patient died"
