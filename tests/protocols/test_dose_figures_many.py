"""The figures of many patients are those that are read of each alone."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.utils import timezone

from patients.background_models import DatedValue
from patients.keeping_services import join_records, mark_in_error
from patients.models import Measurement
from patients.services import NewMeasurement, record_measurements
from protocols.dose_figures import figures_today
from protocols.dose_figures_many import OfPatient, figures_of_many
from tests.clinic import registered
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
DAYS = [date(2026, 11, day) for day in (2, 9, 9)]


def measured(patient, by, kind, value, on):
    new = [NewMeasurement(kind=kind, value=Decimal(value), measured_on=on)]
    record_measurements(patient=patient, new=new, entry_key=uuid4(), by=by, at=timezone.now())


def creatinine(patient, by, value, on, unit="mg/dL"):
    said = {"kind": "creatinine", "value": Decimal(value), "unit": unit, "measured_on": on}
    DatedValue.objects.create(patient=patient, entry_key=uuid4(), recorded_by=by, recorded_at=timezone.now(), **said)


@pytest.fixture
def patients(allergist):
    """Nothing recorded, something, several of a day, a mistake, a joined record, a second one."""
    rows = [registered(allergist, hospital_number=str(number), sex=sex) for number, sex in enumerate("FMFMFMF")]
    for patient in rows[1:]:
        for day, value in zip(DAYS, ("60", "70", "71.5"), strict=True):
            measured(patient, allergist, "weight", value, day)
            creatinine(patient, allergist, value[0], day)
    measured(rows[2], allergist, "height", "171", DAYS[0])
    creatinine(rows[2], allergist, "88", date(2026, 11, 10), unit="mcmol/L")
    last = Measurement.objects.filter(patient=rows[3]).latest("pk")
    common = {"by": allergist, "at": timezone.now()}
    mark_in_error(entry=last, reason="another patient", entry_key=uuid4(), **common)
    for joined, leading in ((rows[4], rows[0]), (rows[5], rows[0])):
        join_records(leading=leading, joined=joined, reason="registered twice", entry_key=uuid4(), **common)
    measured(rows[5], allergist, "height", "165", DAYS[1])
    return rows


def test_many_are_read_as_each_alone_for_three_queries(patients):
    on = date(2026, 11, 20)
    wanted = [OfPatient(pk=row.pk, birth_date=row.birth_date, sex=row.sex) for row in patients]
    found = figures_of_many(wanted, on=on)
    assert found == {row.pk: figures_today(row, on=on) for row in patients}
    assert found[patients[0].pk].height is not None
    assert [queries_of(lambda some=some: figures_of_many(some, on=on)) for some in (wanted[:1], wanted)] == [3, 3]
