"""Whatever is typed into the forms of the door and the account, the answer is a page (safety.md 4)."""

import os

import pytest
from django.core.cache import cache
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desens.access.forms import ProfileForm
from desens.records.text import clean_text
from tests.cast import client_of

ODD = st.one_of(st.text(max_size=40), st.sampled_from(["\x00", "\u202e", "é" * 201, "'; --", "<b>", "1e9", " " * 300]))
TYPED = st.fixed_dictionaries({"full_name": ODD, "telephone": ODD, "version": st.one_of(ODD, st.integers().map(str))})
EXAMPLES = 5_000 if os.environ.get("HYPOTHESIS_PROFILE") == "nightly" else 200
EACH_IN_ITS_OWN = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=EXAMPLES)


@given(TYPED)
def test_what_the_profile_accepts_hides_nothing(typed):
    form = ProfileForm(typed)
    if form.is_valid():
        for name in ("full_name", "telephone"):
            assert clean_text(form.cleaned_data[name], limit=200) == form.cleaned_data[name]
        assert form.cleaned_data["full_name"]


@EACH_IN_ITS_OWN
@given(TYPED)
def test_the_profile_answers_whatever_is_typed(nurse, typed):
    assert client_of(nurse).post(reverse("profile"), typed).status_code in {200, 302, 409}


@EACH_IN_ITS_OWN
@given(st.fixed_dictionaries({"login": ODD, "password": ODD, "next": ODD}))
def test_the_log_in_answers_whatever_is_typed(db, typed):
    cache.clear()
    assert client_of(None).post(reverse("account_login"), typed).status_code in {200, 429}


@EACH_IN_ITS_OWN
@given(st.fixed_dictionaries({"oldpassword": ODD, "password1": ODD, "password2": ODD}))
def test_the_password_form_answers_whatever_is_typed(nurse, typed):
    cache.clear()
    assert client_of(nurse).post(reverse("account_change_password"), typed).status_code == 200


@pytest.mark.django_db
@EACH_IN_ITS_OWN
@given(ODD)
def test_the_reason_of_an_ended_session_is_one_of_ours(reason):
    page = client_of(None).get(reverse("account_login"), {"ended": reason})
    assert page.context["ended"] == ""
