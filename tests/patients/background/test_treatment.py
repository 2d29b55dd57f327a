"""Treatment lines and ordered doses: which hold, how they were computed, what an AUC dose needs."""

import pytest
from django.core.exceptions import SuspiciousOperation

from patients.background import selectors, services
from patients.background.entered import NewLineEnd
from patients.background_models import OrderedDose
from tests.clinic import registered
from tests.patients.background import records
from tests.patients.background.records import TODAY, background_of, marked

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_line_of_another_patient_is_refused(nurse):
    ana, ben = registered(nurse), registered(nurse, hospital_number="2")
    line = records.line(ana, nurse)
    with pytest.raises(SuspiciousOperation):
        services.end_line(new=NewLineEnd(line=line, ended_on=TODAY), **records.common(ben, nurse))
    with pytest.raises(SuspiciousOperation):
        records.dose(line, nurse, patient=ben)
    assert not OrderedDose.objects.exists()


def test_an_ended_line_goes_below_and_goes_on_when_the_end_was_a_mistake(nurse):
    patient = registered(nurse)
    first, second = records.line(patient, nurse), records.line(patient, nurse, regimen="cisplatin")
    end = records.ended(second, nurse)
    assert [shown.row for shown in background_of(patient).lines.standing] == [first, second]
    assert list(selectors.open_lines([patient.pk])) == [first]
    marked(end, nurse)
    assert list(selectors.open_lines([patient.pk])) == [second, first]
