"""The printed phenotypes are signed decisions beside the proposals; the alectinib case's Naranjo is as printed."""

import pytest
from django.utils import timezone

from procedures.demonstration.cases import load_cases
from reactions.assessed import way_is_open
from reactions.assessing.gathering import gather
from reactions.models import Assessment, NaranjoAnswers, Reaction
from tests.reactions.assessing.scene import page_of

pytestmark = pytest.mark.django_db(transaction=True)

#: As the papers print them: the series' table, and the alemtuzumab case.
PRINTED = {
    "DEMO-02": "mixed",
    "DEMO-11": "type I",
    "DEMO-12": "type I",
    "DEMO-13": "mixed",
    "DEMO-14": "type I",
    "DEMO-15": "mixed",
    "DEMO-16": "type I",
    "DEMO-17": "type I",
    "DEMO-18": "type I",
}
#: Where the rules propose another one.
PROPOSED = {"DEMO-02": "type I", "DEMO-13": "type I", "DEMO-17": "mixed"}


def test_the_published_decisions_stand_beside_the_proposals(allergist, as_user):
    load_cases(at=timezone.now())
    rows = list(Assessment.objects.select_related("patient").order_by("patient__hospital_number"))
    assert {row.patient.hospital_number: row.phenotype for row in rows} == PRINTED
    otherwise = {row.patient.hospital_number: row.phenotype_proposed for row in rows if row.phenotype_reason}
    assert otherwise == PROPOSED
    assert all(row.is_intact and row.number == 1 for row in rows)
    assert all(way_is_open(row.patient, row.culprit) for row in rows)
    assert {row.steps for row in rows} == {12, 16}
    third = next(row for row in rows if row.patient.hospital_number == "DEMO-13")
    page = page_of(as_user(allergist), third.reaction).replace("\u00a0", " ")
    assert "chills and fever after desensitizations 1 and 2" in page
    assert "proposed: type I (IgE-like)" in page


def test_the_alectinib_case_scores_nine_definite_with_its_erratum(allergist, as_user):
    load_cases(at=timezone.now())
    answers = NaranjoAnswers.objects.get()
    reaction = Reaction.objects.get(patient=answers.patient)
    found = gather([answers.patient_id], reaction).judged.naranjo
    assert (found.score, found.category) == (9, "definite")
    page = page_of(as_user(allergist), reaction).replace("\u00a0", " ")
    assert "9 points: definite" in page
    assert "by the scale that is 0, total 7, probable" in page
