"""The published reactions are records, graded as the papers print, or with the reason beside the proposal."""

import pytest
from django.utils import timezone

from desens.numbers.files import load_file
from reactions.models import GradeDecision, Reaction
from reactions.recording import demonstration, selectors
from tests.clinic import registered

pytestmark = pytest.mark.django_db

CASES = load_file(demonstration.FILE)
#: Printed in the table of the series, and the bevacizumab case.
PRINTED = {
    "DEMO-01": [3],
    "DEMO-11": [3],
    "DEMO-12": [3],
    "DEMO-13": [2],
    "DEMO-14": [3],
    "DEMO-15": [2],
    "DEMO-16": [2],
    "DEMO-17": [2],
    "DEMO-18": [3],
}


@pytest.mark.parametrize("number", CASES)
def test_every_published_reaction_is_recorded_with_its_printed_grade(allergist, number):
    patient = registered(allergist, hospital_number=number)
    kept = demonstration.load_reactions(patient, by=allergist, at=timezone.now())
    assert kept == len(CASES[number]) == Reaction.objects.filter(patient=patient).count()
    decided = [row.decided for row in GradeDecision.objects.order_by("id")]
    assert decided == PRINTED.get(number, [])


def test_only_the_shivers_of_patient_7_are_graded_against_the_proposal(allergist):
    for number in CASES:
        demonstration.load_reactions(registered(allergist, hospital_number=number), by=allergist, at=timezone.now())
    against = [row for row in GradeDecision.objects.all() if not row.confirms]
    assert [(row.proposed, row.decided, row.reason) for row in against] == [
        (None, 2, "printed for the patient; the first reactions were shivers only")
    ]


def test_patient_8_had_three_doses_of_epinephrine_and_intensive_care(allergist):
    patient = registered(allergist, hospital_number="DEMO-18")
    demonstration.load_reactions(patient, by=allergist, at=timezone.now())
    index = selectors.reactions([patient.pk])[-1]
    assert (index.epinephrine.value, index.newest.care, index.newest.exposure_number) == (3, "intensive_care", 4)


def test_who_is_no_published_case_gets_nothing(allergist):
    assert demonstration.load_reactions(registered(allergist), by=allergist, at=timezone.now()) == 0
