"""Doses by AUC need a creatinine of the last thirty days."""

from datetime import timedelta

import pytest

from patients.background import selectors
from tests.clinic import registered
from tests.patients.background import records
from tests.patients.background.records import TODAY, marked

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_auc_dose_needs_a_creatinine_of_the_last_thirty_days(nurse):
    patient = registered(nurse)
    line = records.line(patient, nurse)

    def drugs():
        return selectors.open_loops([patient.pk], on=TODAY).auc_drugs

    assert drugs() == ()
    records.dose(line, nurse)
    assert drugs() == ("carboplatin",)
    records.value(patient, nurse, measured_on=TODAY - timedelta(days=31))
    assert drugs() == ("carboplatin",)
    recent = records.value(patient, nurse, measured_on=TODAY - timedelta(days=30))
    assert drugs() == ()
    marked(recent, nurse)
    assert drugs() == ("carboplatin",)
    records.ended(line, nurse)
    assert drugs() == ()


def test_a_flat_dose_needs_no_creatinine_and_replaces_an_auc_dose(nurse):
    patient = registered(nurse)
    line = records.line(patient, nurse)
    records.dose(line, nurse)
    records.dose(line, nurse, basis="flat", factor=None)
    assert not selectors.open_loops([patient.pk], on=TODAY)
