"""The published cases bring their conditions, treatment lines and premedications, and nothing that is not published."""

import pytest
from django.utils import timezone

from patients.background import selectors
from patients.background_models import InterferingMedicine, OrderedDose, RiskFactor, TreatmentLine
from patients.models import Patient
from procedures.demonstration.cases import load_cases


@pytest.mark.django_db(transaction=True)
def test_the_published_cases_bring_their_background():
    assert load_cases(at=timezone.now()) == TreatmentLine.objects.count() == 11
    lung = Patient.objects.get(hospital_number="DEMO-01")
    shown = selectors.background([lung.pk], on=timezone.localdate())
    assert {(row.diagnosis, row.state, row.since) for row in shown.conditions.standing} == {
        ("poorly differentiated lung adenocarcinoma, T4N3M1", "active", ""),
        ("bladder cancer (platinum salts)", "resolved", "2017"),
    }
    assert {dose.told for dose in shown.lines.standing[0].doses.standing} == {
        "atezolizumab · 1\u202f200\u00a0mg",
        "bevacizumab · 600\u00a0mg",
        "carboplatin · 4\u00a0mg·min/mL",
        "paclitaxel · 180\u00a0mg/m²",
    }
    assert selectors.open_loops([lung.pk], on=timezone.localdate()).auc_drugs == ("carboplatin",)
    assert {shown.outcome for shown in shown.medicines.kept.standing} == {"cannot compute"}
    assert not InterferingMedicine.objects.exclude(intake="unknown").exists()
    assert not OrderedDose.objects.exclude(line__patient=lung).filter(factor__isnull=False).exists()
    assert not TreatmentLine.objects.exclude(oncologist="", intention="", started_on=None).exists()
    assert not RiskFactor.objects.exists()
