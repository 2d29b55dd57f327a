"""Risk factors and interfering medicines: what stands, washouts, what somebody has to decide."""

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from uuid import uuid4

import pytest
from django.db import IntegrityError
from django.utils import timezone

from desens.unit.services import Change, change_setting
from patients.background import selectors, services
from patients.background.medicines import H1_WASHOUT_DAYS
from patients.background.selectors import FEV1_PERCENT
from patients.background_models import RiskFactor
from patients.rules.washout import StillTaken
from tests.clinic import registered
from tests.patients.background import records
from tests.patients.background.records import TODAY, background_of

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_risk_factor_is_present_absent_or_not_recorded(nurse):
    patient = registered(nurse)
    records.risk(patient, nurse)
    records.risk(patient, nurse, factor="pregnancy", presence="absent")
    records.risk(patient, nurse, factor="pregnancy", presence="present")
    records.value(patient, nurse, kind="fev1_percent", value=Decimal(72), unit="percent")
    risks = {risk.kind: risk for risk in background_of(patient).risks}
    assert risks["asthma"].row.presence == "present"
    assert str(risks["asthma"].fev1.quantity) == "72\u00a0%"
    assert risks["pregnancy"].row.presence == "present"
    assert risks["mastocytosis"].row is None
    assert [row.presence for row in background_of(patient).earlier_risks] == ["absent"]


def test_risk_factors_asked_for_together_are_kept_together_or_not_at_all(nurse):
    patient = registered(nurse)
    new = [
        services.NewRisk(factor=factor, presence="absent", detail="", noted_on=TODAY)
        for factor in ("asthma", "unheard")
    ]
    with pytest.raises(IntegrityError):
        services.record_risks(new=new, **records.common(patient, nurse))
    assert not RiskFactor.objects.exists()


def test_none_taken_holds_until_a_medicine_is_recorded_and_is_refused_while_one_is_ongoing(nurse):
    patient = registered(nurse)
    assert background_of(patient).medicines.not_recorded
    stated = records.none_taken(patient, nurse)
    assert background_of(patient).medicines.none_taken_on == stated.stated_on
    records.medicine(patient, nurse)
    assert background_of(patient).medicines.none_taken_on is None
    with pytest.raises(services.MedicinesTakenError):
        records.none_taken(patient, nurse)
    records.medicine(patient, nurse, name="Bisoprolol", intake="stopped", last_intake_on=TODAY)
    stated = records.none_taken(patient, nurse)
    assert background_of(patient).medicines.none_taken_on == stated.stated_on


def test_a_washout_follows_the_list_and_the_last_intake(nurse):
    patient = registered(nurse)
    common = {"medicine_class": "antihistamine_second", "name": "cetirizine"}
    for days, outcome in ((7, "enough"), (6, "too short")):
        day = TODAY - timedelta(days=days)
        records.medicine(patient, nurse, intake="taken", last_intake_on=day, **common)
        assert background_of(patient).medicines.kept.standing[0].outcome == outcome
    records.medicine(patient, nurse, intake="unknown", **common)
    assert background_of(patient).medicines.kept.standing[0].outcome == "cannot compute"
    records.medicine(patient, nurse, **common)
    assert background_of(patient).medicines.kept.standing[0].outcome == "still taken"


def set_by_unit(definition, value, by):
    change = Change(definition=definition, value=value, reason="our own protocol", based_on=0)
    change_setting(change=change, entry_key=uuid4(), by=by, at=timezone.now())


@pytest.mark.parametrize(
    ("medicine_class", "name", "days"),
    [
        ("antihistamine_first", "dexchlorpheniramine", (2, 5)),
        ("antihistamine_second", "cetirizine", (3, 5)),
        ("antihistamine_second", "desloratadine", (5, 6)),
        ("antihistamine_first", "cyproheptadine", (2, 11)),
        ("h2_blocker", "famotidine", (2, 3)),
    ],
)
def test_the_units_own_washout_counts_for_h1_antihistamines(nurse, medicine_class, name, days):
    patient = registered(nurse)
    set_by_unit(H1_WASHOUT_DAYS, Fraction(5), nurse)
    records.medicine(patient, nurse, medicine_class=medicine_class, name=name)
    shown = background_of(patient).medicines.kept.standing[0]
    assert shown.rule.days == days
    assert shown.washout == StillTaken(needed_days=max(days))


@pytest.mark.parametrize(("limit", "value", "low"), [("80", 80, False), ("80", 79, True), ("70", 79, False)])
def test_an_fev1_below_the_units_limit_is_told_beside_asthma(nurse, limit, value, low):
    patient = registered(nurse)
    if limit == "70":
        set_by_unit(FEV1_PERCENT, limit, nurse)
    records.value(patient, nurse, kind="fev1_percent", value=Decimal(value), unit="percent")
    asthma, *others = background_of(patient).risks
    assert str(asthma.fev1_below) == (f"{limit}\u00a0%" if low else "None")
    assert not any(risk.fev1_below for risk in others)


@pytest.mark.parametrize(
    ("changes", "open_"),
    [
        ({}, True),
        ({"medicine_class": "ace_inhibitor"}, True),
        ({"intake": "unknown"}, True),
        ({"decision": "hold the dose before; cardiology agreed"}, False),
        ({"intake": "stopped", "last_intake_on": TODAY}, False),
        ({"medicine_class": "ssri"}, False),
    ],
)
def test_somebody_has_to_decide_about_a_beta_blocker_that_may_be_taken(nurse, changes, open_):
    patient = registered(nurse)
    records.medicine(patient, nurse, **changes)
    assert bool(selectors.open_loops([patient.pk], on=TODAY).undecided) is open_
