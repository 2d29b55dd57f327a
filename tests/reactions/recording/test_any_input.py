"""Whatever is typed, the answer is a page, nothing typed becomes markup, and a sketch expires."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from desens.records.sketches import KEPT_DAYS
from patients.models import Patient
from reactions.models import Reaction, ReactionSketch
from tests.clinic import registered
from tests.reactions.recording.entries import recorded
from tests.reactions.recording.typed import send, typed

pytestmark = pytest.mark.django_db(transaction=True)

FIELDS = [
    *("culprit", "excipient", "exposure_number", "started_on", "started_time", "onset", "onset_unit", "onset_clock"),
    *("occasion", "step", "protocol_steps", "planned_dose", "dose_reached", "dose_unit", "folinic_acid", "signs"),
    *("sites", "body_surface_percent", "sbp_mmhg", "spo2_percent", "temperature_c", "untreated", "administration"),
    *("care", "duration", "duration_unit", "note", "scale", "grade", "grade_reason", "entry_key"),
    *("t0-code", "t0-dose", "t0-dose_unit", "t0-when", "t0-drug", "t29-code", "t999-code", "tx-code"),
]
TYPED = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=60),
    st.sampled_from(["1.500", "0", "9" * 15, "\0", "99999", "2026-03-29", "02:30", "0001", "9999-12-31", "24:00", "1"]),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(odd=st.dictionaries(st.sampled_from(FIELDS), TYPED, max_size=5))
@example(odd={"t0-dose_unit": ""})
@example(odd={"dose_unit": "", "onset_unit": "", "duration_unit": ""})
@pytest.mark.parametrize("route", ["reaction_record", "reaction_panel"])
def test_no_input_is_an_error_of_the_server(allergist, as_user, route, odd):
    patient = Patient.objects.first() or registered(allergist)
    client = as_user(allergist)
    response = client.post(reverse(route, args=[patient.code]), typed() | odd)
    assert response.status_code in (200, 302)
    assert client.get(reverse("reaction_record", args=[patient.code])).status_code == 200


@pytest.mark.parametrize("payload", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</title><b>"])
def test_what_people_typed_is_escaped(allergist, as_user, payload):
    patient, client = registered(allergist), as_user(allergist)
    words = {"sites": payload, "note": payload, "other_drugs": payload, "t0__drug": payload}
    send(client, patient, culprit=payload, **words)
    key = Reaction.objects.get().case_key
    panel = send(client, patient, route="reaction_panel", culprit=payload, sbp_mmhg=payload, **words)
    pages = [client.get(reverse(name, args=[patient.code])) for name in ("reaction_list", "reaction_record")]
    pages += [
        client.get(reverse(name, args=[patient.code, key]))
        for name in ("reaction", "reaction_correct", "reaction_error")
    ]
    for page in (panel, *pages):
        assert payload not in page.content.decode()


def test_a_sketch_expires(nurse, as_user):
    patient = registered(nurse)
    send(as_user(nurse), patient, route="reaction_panel")
    then = timezone.now() - timedelta(days=KEPT_DAYS, minutes=1)
    ReactionSketch.objects.update(saved_at=then)
    html = as_user(nurse).get(reverse("reaction_record", args=[patient.code])).content.decode()
    assert 'value="oxaliplatin"' not in html
    ReactionSketch.drop(user=nurse, form="another", subject_code="another", at=timezone.now())
    assert not ReactionSketch.objects.exists()


def test_a_sketch_of_a_correction_is_its_own(nurse, as_user):
    patient = registered(nurse)
    reaction = recorded(patient, nurse)
    keys = [reaction.case_key]
    send(as_user(nurse), patient, route="reaction_correct_panel", keys=keys, culprit="cisplatin")
    new = as_user(nurse).get(reverse("reaction_record", args=[patient.code])).content.decode()
    again = as_user(nurse).get(reverse("reaction_correct", args=[patient.code, *keys])).content.decode()
    assert 'value="cisplatin"' not in new
    assert 'value="cisplatin"' in again
    as_user(nurse).post(reverse("reaction_correct_sketch_drop", args=[patient.code, *keys]))
    again = as_user(nurse).get(reverse("reaction_correct", args=[patient.code, *keys])).content.decode()
    assert 'value="oxaliplatin"' in again


def test_a_key_that_nobody_knows_finds_nothing(nurse, as_user):
    patient = registered(nurse)
    for key in (uuid4(), "nobody-has-this"):
        for name in ("reaction", "reaction_correct", "reaction_error"):
            assert as_user(nurse).get(reverse(name, args=[patient.code, key])).status_code == 404
