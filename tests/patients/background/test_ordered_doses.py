"""The doses of a treatment line: which holds, how it was computed, what an AUC needs."""

from decimal import Decimal

import pytest
from django.db import IntegrityError

from tests.clinic import registered
from tests.patients.background import records
from tests.patients.background.records import background_of

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_newest_dose_of_a_drug_holds(nurse):
    line = records.line(registered(nurse), nurse)
    records.dose(line, nurse)
    newer = records.dose(line, nurse, drug="Carbo-platin", amount=Decimal(450))
    other = records.dose(line, nurse, drug="paclitaxel", basis="per_m2", factor=Decimal(175), amount=None)
    doses = background_of(line.patient).lines.standing[0].doses
    assert doses.standing == (other, newer)
    assert len(doses.earlier) == 1


@pytest.mark.parametrize(
    ("changes", "amount", "computed_from"),
    [
        ({}, "512.5\u00a0mg", "5\u00a0mg·min/mL"),
        ({"basis": "per_kg", "factor": Decimal("0.05"), "unit": "g"}, "512.5\u00a0g", "0.05\u00a0g/kg"),
        ({"basis": "per_m2", "factor": Decimal(180), "amount": None}, "None", "180\u00a0mg/m²"),
        ({"basis": "flat", "factor": None, "unit": "U", "amount": Decimal(1000)}, "1\u202f000\u00a0units", "None"),
        ({"basis": "per_m2", "factor": Decimal(6000), "unit": "U"}, "512.5\u00a0units", "6\u202f000\u00a0units/m²"),
    ],
)
def test_a_dose_says_how_it_was_computed(nurse, changes, amount, computed_from):
    row = records.dose(records.line(registered(nurse), nurse), nurse, **changes)
    row.refresh_from_db()
    assert (str(row.quantity), str(row.computed_from)) == (amount, computed_from)


@pytest.mark.parametrize(
    "changes",
    [
        {"factor": None},
        {"basis": "flat"},
        {"basis": ""},
        {"basis": "per_lb"},
        {"unit": ""},
        {"unit": "L"},
        {"amount": Decimal(0)},
        {"factor": Decimal(0)},
        {"drug": "-"},
    ],
)
def test_the_database_refuses_a_dose_that_says_nothing_or_two_things(nurse, changes):
    line = records.line(registered(nurse), nurse)
    with pytest.raises(IntegrityError):
        records.dose(line, nurse, **changes)
