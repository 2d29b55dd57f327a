"""Whatever is typed into the form of a release, the answer is a page."""

import os
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from protocols.releasing.form import PROCEDURE, TODAY, ReleaseForm
from protocols.rules.readiness_messages import TOPICS
from tests.cast import client_of
from tests.protocols.releasing.ready import address, everything_recorded, typed, verified_version

EXAMPLES = 2_000 if os.environ.get("HYPOTHESIS_PROFILE") == "nightly" else 40
ODD = st.one_of(
    st.text(max_size=20),
    st.sampled_from(["\x00", "\u202e", "1e9", "1,200", "-1", "0", "9" * 30, "2026-02-30", "none", "yes", "38", "120"]),
)
FIELDS = [*PROCEDURE, *TODAY, *(f"reason-{topic}" for topic in TOPICS), "seen", "entry_key"]
TYPED = st.dictionaries(st.sampled_from(FIELDS), ODD)


@pytest.fixture
def version(transactional_db, allergist, pharmacist):
    version = verified_version(allergist, pharmacist)
    everything_recorded(version.protocol.patient, allergist)
    return version


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=EXAMPLES, deadline=None)
@given(TYPED, st.booleans(), st.sampled_from(["version_release", "version_void"]))
def test_the_pages_answer_whatever_is_typed(version, allergist, odd, fit, name):
    sent = typed("", entry_key=str(uuid4())) | odd if fit else odd
    assert client_of(allergist).post(address(version, name), sent).status_code in {200, 302, 409}


@pytest.mark.django_db
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=EXAMPLES, deadline=None)
@given(TYPED)
def test_the_form_reads_only_what_is_whole(allergist, odd):
    form = ReleaseForm(odd, signer=allergist)
    assert not form.is_valid()
    answers = form.answers()
    assert {name for name in PROCEDURE if getattr(answers, name)} <= odd.keys()
