"""The number of queries of each page, with one row and with three."""

import pytest
from django.urls import reverse
from django.utils import timezone

from drugs.services import load_library
from tests.cast import client_of
from tests.clinic import registered
from tests.queries import queries_of
from tests.reactions.recording.records import reaction_row
from tests.reactions.skin_tests import typed

pytestmark = pytest.mark.django_db(transaction=True)
COUNTS = {
    "skin_tests": 18,
    "skin_test_plan": 20,
    "skin_test_session": 21,
    "skin_test_results": 18,
    "skin_test_opinion": 21,
}


def counted(client, address):
    assert client.get(address).status_code == 200
    return queries_of(lambda: client.get(address))


@pytest.mark.parametrize("rows", [1, 3])
def test_pages_take_a_literal_number_of_queries(allergist, rows):
    load_library(by="test", at=timezone.now())
    patient = registered(allergist)
    drugs = ("oxaliplatin", "atezolizumab", "carboplatin")[:rows]
    reaction, *_others = [reaction_row(patient, allergist, culprit=drug) for drug in drugs]
    tested = [typed.drug(place, drug, "1", "0.1") for place, drug in enumerate(drugs)]
    for _session in range(rows):
        session = typed.planned(patient, allergist, *tested, reaction=str(reaction.case_key))
        for _round in range(rows):
            typed.entered(session, allergist, {"histamine": "6", "negative": "0", "t1-wheal": "4", "t1-erythema": "9"})
    client = client_of(allergist)
    about = {
        "skin_tests": (patient.code,),
        "skin_test_plan": (patient.code,),
        "skin_test_results": (patient.code, session.entry_key, "minutes"),
    }
    found = {
        name: counted(client, reverse(name, args=about.get(name, (patient.code, session.entry_key)))) for name in COUNTS
    }
    assert found == COUNTS
