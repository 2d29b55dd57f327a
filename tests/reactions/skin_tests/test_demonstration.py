"""The published skin tests as records, with the result that each paper prints."""

from datetime import timedelta

import pytest
from django.utils import timezone

from drugs.services import load_library
from patients.person import records_of
from reactions.skin_tests.demonstration import load_skin_tests
from reactions.skin_tests.selectors import sessions
from tests.clinic import registered
from tests.reactions.recording.records import reaction_row

pytestmark = pytest.mark.django_db(transaction=True)

PRINTED = {
    "DEMO-01": [
        ("atezolizumab", "prick", "60 mg/mL", "negative"),
        ("bevacizumab", "prick", "25 mg/mL", "negative"),
        ("atezolizumab", "intradermal", "0.6 mg/mL", "positive"),
        ("bevacizumab", "intradermal", "0.25 mg/mL", "positive"),
    ],
    "DEMO-02": [("alemtuzumab", "prick", "10 mg/mL", "positive")],
    "DEMO-11": [("rituximab", "intradermal", "10 mg/mL", "positive")],
    "DEMO-12": [("oxaliplatin", "prick", "5 mg/mL", "positive")],
    "DEMO-13": [("oxaliplatin", "intradermal", "5 mg/mL", "positive")],
    "DEMO-14": [("carboplatin", "intradermal", "0.1 mg/mL", "positive")],
    "DEMO-15": [("oxaliplatin", "prick", "5 mg/mL", "negative"), ("oxaliplatin", "intradermal", "5 mg/mL", "negative")],
    "DEMO-16": [("docetaxel", "prick", "10 mg/mL", "positive")],
    "DEMO-17": [("oxaliplatin", "prick", "5 mg/mL", "positive")],
    "DEMO-18": [("carboplatin", "intradermal", "1 mg/mL", "positive")],
    "DEMO-03": [],
}
COMPUTED = {"DEMO-01": ["positive", "positive"], "DEMO-02": ["positive"]}


@pytest.mark.parametrize("number", PRINTED)
def test_a_published_case_reads_as_its_paper_prints_it(allergist, number):
    load_library(by="test", at=timezone.now())
    patient = registered(allergist, hospital_number=number)
    assert load_skin_tests(patient, by=allergist, at=timezone.now()) == bool(PRINTED[number])
    tests = [test for session in sessions(records_of(patient).ids) for test in session.tests]
    said = [
        (test.row.drug, test.row.kind, str(test.row.strength).replace("\u00a0", " "), test.opinion.result)
        for test in tests
    ]
    assert said == PRINTED[number]
    assert [test.verdict.result for test in tests if test.verdict.result] == COMPUTED.get(number, [])


def test_a_case_with_a_dated_reaction_is_tested_so_many_days_after_it(allergist):
    load_library(by="test", at=timezone.now())
    patient = registered(allergist, hospital_number="DEMO-12")
    reaction_row(patient, allergist, started_at=timezone.now() - timedelta(days=40))
    load_skin_tests(patient, by=allergist, at=timezone.now())
    (session,) = sessions(records_of(patient).ids)
    assert session.since.days == 28
