"""Writing and reading the background: once, with its event, what stands and what stood before."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from uuid import uuid4

import pytest
from django.core.exceptions import SuspiciousOperation
from django.db import IntegrityError
from django.utils import timezone

from desens.audit.models import AuditEvent
from desens.records.models import AppendOnlyError
from desens.unit.services import Change, change_setting
from patients.background import selectors, services
from patients.background.entered import NewCondition, NewLineEnd
from patients.background.medicines import H1_WASHOUT_DAYS
from patients.background.selectors import FEV1_PERCENT
from patients.background_models import BackgroundEntry, Condition, OrderedDose, RiskFactor
from patients.keeping_services import join_records, mark_in_error
from patients.rules.washout import StillTaken
from tests.clinic import registered
from tests.patients.background import records

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = date(2026, 11, 20)
MAKERS = (records.condition, records.line, records.value, records.risk, records.medicine)


def background(patient):
    return selectors.background([patient.pk], on=TODAY)


def in_error(entry, by):
    return mark_in_error(entry=entry, reason="another patient", entry_key=uuid4(), by=by, at=timezone.now())


def every_entry(patient, by):
    """One entry of each kind."""
    line = records.line(patient, by)
    return [
        records.condition(patient, by),
        line,
        records.dose(line, by),
        records.ended(line, by),
        records.value(patient, by),
        records.risk(patient, by),
        records.medicine(patient, by, intake="unknown"),
        records.none_taken(patient, by),
    ]


def test_every_entry_is_stored_with_its_event_and_never_changed(nurse):
    patient = registered(nurse)
    entries = every_entry(patient, nurse)
    assert {type(entry) for entry in entries} == set(BackgroundEntry.__subclasses__())
    for entry in entries:
        event = AuditEvent.objects.get(subject=entry._meta.model_name)
        assert (event.by, event.patient_code) == (nurse.username, patient.code)
        assert event.after
        assert entry.told
        with pytest.raises(AppendOnlyError):
            entry.save()


def test_every_entry_can_be_marked_as_a_mistake_and_then_counts_nowhere(nurse):
    patient = registered(nurse)
    for entry in every_entry(patient, nurse):
        assert in_error(entry, nurse).entry == entry
    shown = background(patient)
    assert not any((shown.conditions.standing, shown.lines.standing, shown.medicines.kept.standing))
    assert (len(shown.conditions.earlier), len(shown.lines.earlier), len(shown.medicines.kept.earlier)) == (1, 1, 1)
    assert shown.medicines.not_recorded
    assert not any(risk.row for risk in shown.risks)
    assert not selectors.open_loops([patient.pk], on=TODAY)


def test_the_same_form_sent_twice_is_one_entry_and_another_patients_key_is_refused(nurse):
    ana, ben = registered(nurse), registered(nurse, hospital_number="2")
    common = {"new": NewCondition(diagnosis="asthma", since="", state="active"), "entry_key": uuid4(), "by": nurse}
    rows = [services.record_condition(patient=ana, at=timezone.now(), **common) for _ in range(2)]
    assert rows[0] == rows[1]
    assert AuditEvent.objects.filter(action="recorded condition").count() == 1
    with pytest.raises(SuspiciousOperation):
        services.record_condition(patient=ben, at=timezone.now(), **common)
    assert Condition.objects.get().patient == ana


def test_a_line_of_another_patient_is_refused(nurse):
    ana, ben = registered(nurse), registered(nurse, hospital_number="2")
    line = records.line(ana, nurse)
    with pytest.raises(SuspiciousOperation):
        services.end_line(new=NewLineEnd(line=line, ended_on=TODAY), **records.common(ben, nurse))
    with pytest.raises(SuspiciousOperation):
        records.dose(line, nurse, patient=ben)
    assert not OrderedDose.objects.exists()


def test_a_diagnosis_recorded_again_replaces_the_entry_before(nurse):
    patient = registered(nurse)
    records.condition(patient, nurse, diagnosis="Ovarian  cáncer")
    records.condition(patient, nurse, diagnosis="ovarian cancer", state="resolved")
    records.condition(patient, nurse, diagnosis="asthma")
    kept = background(patient).conditions
    assert [(row.diagnosis, row.state) for row in kept.standing] == [
        ("asthma", "active"),
        ("ovarian cancer", "resolved"),
    ]
    assert [row.diagnosis for row in kept.earlier] == ["Ovarian  cáncer"]


def test_an_ended_line_goes_below_and_goes_on_when_the_end_was_a_mistake(nurse):
    patient = registered(nurse)
    first, second = records.line(patient, nurse), records.line(patient, nurse, regimen="cisplatin")
    end = records.ended(second, nurse)
    assert [shown.row for shown in background(patient).lines.standing] == [first, second]
    assert list(selectors.open_lines([patient.pk])) == [first]
    in_error(end, nurse)
    assert list(selectors.open_lines([patient.pk])) == [second, first]


def test_the_newest_dose_of_a_drug_holds(nurse):
    line = records.line(registered(nurse), nurse)
    records.dose(line, nurse)
    newer = records.dose(line, nurse, drug="Carbo-platin", amount=Decimal(450))
    other = records.dose(line, nurse, drug="paclitaxel", basis="per_m2", factor=Decimal(175), amount=None)
    doses = background(line.patient).lines.standing[0].doses
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


@pytest.mark.parametrize(
    ("make", "changes"),
    [
        (records.condition, {"state": "cured"}),
        (records.condition, {"diagnosis": " "}),
        (records.line, {"intention": "hopeful"}),
        (records.line, {"regimen": ""}),
        (records.line, {"cycle_days": 0}),
        (records.risk, {"factor": "age"}),
        (records.risk, {"presence": "perhaps"}),
        (records.medicine, {"medicine_class": "vitamin"}),
        (records.medicine, {"name": "-"}),
        (records.medicine, {"intake": "stopped"}),
        (records.medicine, {"last_intake_on": TODAY}),
        (records.medicine, {"intake": "unknown", "last_intake_on": TODAY}),
    ],
)
def test_the_database_refuses_what_has_no_meaning(nurse, make, changes):
    patient = registered(nurse)
    with pytest.raises(IntegrityError):
        make(patient, nurse, **changes)
    assert not AuditEvent.objects.exclude(action__in=["registered", "user_added"]).exists()


def test_an_impossible_value_is_refused(nurse):
    with pytest.raises(services.ImpossibleValueError):
        records.value(registered(nurse), nurse, value=Decimal(80))


def test_values_show_as_entered_with_the_other_unit_beside(nurse):
    patient = registered(nurse)
    records.value(patient, nurse)
    records.value(patient, nurse, value=Decimal(80), unit="mcmol/L", measured_on=TODAY)
    shown = [(str(value.row.quantity), str(value.other)) for value in background(patient).values]
    assert shown == [("80\u00a0mcmol/L", "0.905\u00a0mg/dL"), ("0.85\u00a0mg/dL", "75.14\u00a0mcmol/L")]


def test_a_risk_factor_is_present_absent_or_not_recorded(nurse):
    patient = registered(nurse)
    records.risk(patient, nurse)
    records.risk(patient, nurse, factor="pregnancy", presence="absent")
    records.risk(patient, nurse, factor="pregnancy", presence="present")
    records.value(patient, nurse, kind="fev1_percent", value=Decimal(72), unit="percent")
    risks = {risk.kind: risk for risk in background(patient).risks}
    assert risks["asthma"].row.presence == "present"
    assert str(risks["asthma"].fev1.quantity) == "72\u00a0%"
    assert risks["pregnancy"].row.presence == "present"
    assert risks["mastocytosis"].row is None
    assert [row.presence for row in background(patient).earlier_risks] == ["absent"]


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
    assert background(patient).medicines.not_recorded
    stated = records.none_taken(patient, nurse)
    assert background(patient).medicines.none_taken_on == stated.stated_on
    records.medicine(patient, nurse)
    assert background(patient).medicines.none_taken_on is None
    with pytest.raises(services.MedicinesTakenError):
        records.none_taken(patient, nurse)
    records.medicine(patient, nurse, name="Bisoprolol", intake="stopped", last_intake_on=TODAY)
    stated = records.none_taken(patient, nurse)
    assert background(patient).medicines.none_taken_on == stated.stated_on


def test_a_washout_follows_the_list_and_the_last_intake(nurse):
    patient = registered(nurse)
    common = {"medicine_class": "antihistamine_second", "name": "cetirizine"}
    for days, outcome in ((7, "enough"), (6, "too short")):
        day = TODAY - timedelta(days=days)
        records.medicine(patient, nurse, intake="taken", last_intake_on=day, **common)
        assert background(patient).medicines.kept.standing[0].outcome == outcome
    records.medicine(patient, nurse, intake="unknown", **common)
    assert background(patient).medicines.kept.standing[0].outcome == "cannot compute"
    records.medicine(patient, nurse, **common)
    assert background(patient).medicines.kept.standing[0].outcome == "still taken"


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
    shown = background(patient).medicines.kept.standing[0]
    assert shown.rule.days == days
    assert shown.washout == StillTaken(needed_days=max(days))


@pytest.mark.parametrize(("limit", "value", "low"), [("80", 80, False), ("80", 79, True), ("70", 79, False)])
def test_an_fev1_below_the_units_limit_is_told_beside_asthma(nurse, limit, value, low):
    patient = registered(nurse)
    if limit == "70":
        set_by_unit(FEV1_PERCENT, limit, nurse)
    records.value(patient, nurse, kind="fev1_percent", value=Decimal(value), unit="percent")
    asthma, *others = background(patient).risks
    assert str(asthma.fev1_below) == (f"{limit}\u00a0%" if low else "None")
    assert not any(risk.fev1_below for risk in others)


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
    in_error(recent, nurse)
    assert drugs() == ("carboplatin",)
    records.ended(line, nurse)
    assert drugs() == ()


def test_a_flat_dose_needs_no_creatinine_and_replaces_an_auc_dose(nurse):
    patient = registered(nurse)
    line = records.line(patient, nurse)
    records.dose(line, nurse)
    records.dose(line, nurse, basis="flat", factor=None)
    assert not selectors.open_loops([patient.pk], on=TODAY)


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


def test_two_records_of_one_person_have_one_background(allergist):
    leading, joined = registered(allergist), registered(allergist, hospital_number="2")
    for make in MAKERS:
        make(joined, allergist)
    line = records.line(joined, allergist)
    join_records(
        leading=leading, joined=joined, reason="one person", entry_key=uuid4(), by=allergist, at=timezone.now()
    )
    services.end_line(new=NewLineEnd(line=line, ended_on=TODAY), **records.common(leading, allergist))
    ids = [leading.pk, joined.pk]
    shown = selectors.background(ids, on=TODAY)
    assert len(shown.conditions.standing) == len(shown.values) == len(shown.medicines.kept.standing) == 1
    assert len(list(selectors.open_lines(ids))) == 1
