"""The pages of skin tests: what they show, what they store, who may, and how many queries they take."""

import pytest
from django.urls import reverse
from django.utils import timezone

from drugs.services import load_library
from tests.cast import client_of
from tests.clinic import registered
from tests.reactions.skin_tests import typed

pytestmark = pytest.mark.django_db(transaction=True)
READ = {"histamine": "6 6", "negative": "0", "t1-wheal": "0", "t1-erythema": "0"}


@pytest.fixture
def patient(allergist):
    load_library(by="test", at=timezone.now())
    return registered(allergist)


@pytest.fixture
def session(patient, allergist):
    drugs = typed.drug(0, "oxaliplatin", "1", "0.01 0.1", "5"), typed.drug(1, "atezolizumab", "60", "0.6", "60")
    return typed.planned(patient, allergist, *drugs)


def page(user, name, *arguments):
    answer = client_of(user).get(reverse(name, args=arguments))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().replace("\u00a0", " ").split())


def test_try(patient, session, allergist):
    page(allergist, "skin_tests", patient.code)
    page(allergist, "skin_test_plan", patient.code)
    page(allergist, "skin_test_session", patient.code, session.entry_key)
    page(allergist, "skin_test_results", patient.code, session.entry_key, "minutes")
    page(allergist, "skin_test_results", patient.code, session.entry_key, "48")
    page(allergist, "skin_test_opinion", patient.code, session.entry_key)
    page(allergist, "skin_test_error", patient.code, session.entry_key, "session", session.entry_key)
