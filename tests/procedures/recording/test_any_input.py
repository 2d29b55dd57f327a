"""Whatever is typed into the form of a sheet, the answer is a page, and nothing typed becomes markup."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from protocols.models import Version
from tests.procedures.recording.given import address, page_of, recorded_from, released_version, typed

pytestmark = pytest.mark.django_db(transaction=True)

FIELDS = [
    *("day", "started", "place", "staff", "cycle_number", "as_planned", "all_premedication", "none_premedicated"),
    *("outcome", "last_step", "stopped_at", "stopped_by", "reason", "delivered", "delivered_unit", "note", "told"),
    *("observed_minutes", "doubt_reason", "entry_key", "seen", "why", "keep"),
    *("s2-start", "s2-rate_ml_h", "s3-heart_rate", "s3-pressure", "s4-seen", "s16-start", "s17-start", "s999-start"),
    *("e0-kind", "e0-at", "e0-step", "e0-infused_ml", "e1-kind", "e1-at", "e1-rate_ml_h", "e9-kind"),
    *("p0-medicine", "p0-dose", "p0-dose_unit", "p0-given", "p0-at", "p0-why_not", "p0-route", "b-temperature_c"),
]
TYPED = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=60),
    st.sampled_from(
        ["1.500", "0", "9" * 15, "\0", "99999", "2026-03-29", "02:30", "0001", "9999-12-31", "2359", "1", "1402"]
    ),
    st.sampled_from(["start", "pause", "resume", "stop", "yes", "no", "stopped", "tolerated", "mg", "refusal", "on"]),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(odd=st.dictionaries(st.sampled_from(FIELDS), TYPED, max_size=6))
@example(odd={"day": "0001", "started": "0000"})
@example(odd={"day": "9999-12-31", "started": "2359", "s2-start": "0010"})
@example(odd={"s2-rate_ml_h": "0.000001"})
@example(odd={"s2-rate_ml_h": "0"})
@example(odd={"seen": "9" * 15})
def test_no_input_is_an_error_of_the_server(allergist, pharmacist, nurse, as_user, odd):
    version = Version.objects.first() or released_version(allergist, pharmacist)
    client = as_user(nurse)
    data = typed("", entry_key="") | odd
    response = client.post(address(version), data)
    assert response.status_code in (200, 302, 400, 409)
    assert client.get(address(version)).status_code in (200, 302)


@pytest.mark.parametrize("payload", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</title><b>"])
def test_what_people_typed_is_escaped(allergist, pharmacist, nurse, as_user, payload):
    client, version = as_user(nurse), released_version(allergist, pharmacist)
    wrong = client.post(address(version), typed("", staff=payload, note=payload, started=payload, s2__seen=payload))
    row = recorded_from(client, version, staff=payload, note=payload, s2__seen=payload, p7__medicine=payload)
    pages = [client.get(page_of(row, name)) for name in ("procedure", "procedure_correct", "procedure_error")]
    for page in (wrong, *pages):
        assert payload not in page.content.decode()
