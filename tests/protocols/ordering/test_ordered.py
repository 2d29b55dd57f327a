"""What is recorded of a patient reaches the orders: the culprit can never be premedication, and a silence is said."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from uuid import uuid4

import pytest
from django.utils import timezone

from desens.unit.definitions import BY_KEY
from desens.unit.definitions.medicines import UnitObservation
from desens.unit.selectors import current
from desens.unit.services import Change, change_setting
from drugs.names import drug_key
from patients.background.entered import NewCondition, NewMedicine, NewRisk, NewValue
from patients.background.services import (
    record_condition,
    record_medicine,
    record_risks,
    record_value,
    state_no_medicines,
)
from patients.models import Patient
from protocols.lifecycle.refusals import ArrowRefusedError
from protocols.ordering.choice import NONE, OrdersChoice
from protocols.ordering.ordered import OrderedBeside, ordered
from protocols.rules.premedication_row import PremedicationRow
from protocols.selectors import infused_templates
from protocols.services import start_protocol
from protocols.version_document import document_text, read_document
from tests.clinic import SIXTEEN_STEPS, drafted, labelled, libraries, prescribed, registered, weighed
from tests.protocols.lifecycle.steps import signed
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)
SILENT = {"premedication-allergies-unknown", "glucagon-not-recorded"}


@pytest.fixture
def patient(allergist) -> Patient:
    libraries()
    return registered(allergist)


def beside(patient: Patient, *drugs: str, drug: str = "atezolizumab", **choice) -> OrderedBeside:
    """What is ordered where the prescriber writes 10 mg of each."""
    rows = tuple(
        PremedicationRow(drug=name, dose=Fraction(10), unit="mg", route="PO", minutes_before=30) for name in drugs
    )
    chosen = OrdersChoice(
        premedication_set=NONE, rows=rows, monitoring_minutes=Fraction(15), observation_h=Fraction(2), **choice
    )
    template = next(entry for row, entry in infused_templates() if row.slug == SIXTEEN_STEPS)
    return ordered(patient=patient, drug=drug, template=template, unit=current(), choice=chosen, fluids="", on=DAY)


def found(patient: Patient, *drugs: str, **options) -> set[tuple[str, str]]:
    findings = beside(patient, *drugs, **options).findings
    return {(finding.level, finding.code) for finding in findings if finding.code not in SILENT}


def takes(patient, by, kind: str, name: str, intake: str = "ongoing", last: date | None = None) -> None:
    new = NewMedicine(medicine_class=kind, name=name, dose="", intake=intake, last_intake_on=last, decision="")
    record_medicine(patient=patient, new=new, entry_key=uuid4(), by=by, at=timezone.now())


def measured(patient, by, kind: str, value: str, unit: str) -> None:
    new = NewValue(kind=kind, value=Decimal(value), unit=unit, measured_on=DAY - timedelta(days=2))
    record_value(patient=patient, new=new, entry_key=uuid4(), by=by, at=timezone.now())


def asked(patient, by, presence: str) -> None:
    risk = NewRisk(factor="nsaid_hypersensitivity", presence=presence, detail="", noted_on=DAY)
    record_risks(patient=patient, new=[risk], entry_key=uuid4(), by=by, at=timezone.now())


def test_the_drug_of_the_protocol_is_never_its_own_premedication(patient):
    assert ("blocker", "premedication-culprit") in found(patient, "atezolizumab")
    assert ("blocker", "premedication-culprit") in found(patient, "ATEZOLIZUMAB 10 mg")


def test_a_culprit_as_premedication_can_be_saved_as_a_draft_and_never_signed(patient, allergist):
    """Hazard: premedication with what the patient reacts to."""
    labelled(patient, allergist, "methylprednisolone", "confirmed")
    version = drafted(patient, allergist)
    findings = read_document(version.document).schedule.findings
    assert ("blocker", "premedication-allergy") in {(finding.level, finding.code) for finding in findings}
    with pytest.raises(ArrowRefusedError, match="blocker"):
        signed(version, allergist)


def test_an_allergy_recorded_after_the_draft_was_saved_is_not_signed_over(patient, allergist):
    version = drafted(patient, allergist)
    labelled(patient, allergist, "ondansetron", "suspected")
    with pytest.raises(ArrowRefusedError) as refused:
        signed(version, allergist)
    assert "ondansetron" in str(vars(refused.value))


def test_a_beta_blocker_recorded_after_the_draft_was_saved_asks_for_a_new_version(patient, allergist):
    version = drafted(patient, allergist)
    takes(patient, allergist, "beta_blocker", "bisoprolol")
    with pytest.raises(ArrowRefusedError) as refused:
        signed(version, allergist)
    assert "bisoprolol" in str(vars(refused.value))


def test_nothing_recorded_since_leaves_the_way_to_the_signature(patient, allergist):
    labelled(patient, allergist, "hydrocortisone", "suspected")
    takes(patient, allergist, "beta_blocker", "bisoprolol")
    assert signed(drafted(patient, allergist), allergist).pk


@pytest.mark.parametrize(("status", "blocked"), [("confirmed", True), ("suspected", True), ("refuted", False)])
def test_labels_block_unless_refuted(patient, allergist, status, blocked):
    labelled(patient, allergist, "Famotidine", status)
    assert (("blocker", "premedication-allergy") in found(patient, "famotidine")) is blocked


def test_a_synonym_of_the_drug_list_is_the_same_drug(patient, allergist):
    labelled(patient, allergist, "acetylsalicylic acid", "confirmed")
    assert ("blocker", "premedication-allergy") in found(patient, "aspirin")


def test_a_class_that_the_library_states_blocks(patient, allergist):
    labelled(patient, allergist, "amoxicillin", "confirmed")
    assert ("blocker", "premedication-class") in found(patient, "ampicillin")


def test_allergies_nobody_recorded_are_said_and_a_label_is_a_record(patient, allergist):
    assert "premedication-allergies-unknown" in {finding.code for finding in beside(patient, "famotidine").findings}
    labelled(patient, allergist)
    assert "premedication-allergies-unknown" not in {finding.code for finding in beside(patient, "famotidine").findings}


def test_aspirin_is_judged_by_the_record(patient, allergist):
    assert found(patient, "aspirin") == {("sign-off", "premedication-not-recorded")}
    asked(patient, allergist, "absent")
    state_no_medicines(patient=patient, stated_on=DAY, entry_key=uuid4(), by=allergist, at=timezone.now())
    measured(patient, allergist, "platelets", "180", "\u00d710\u2079/L")
    weighed(patient, allergist, "70")
    measured(patient, allergist, "creatinine", "0.8", "mg/dL")
    assert found(patient, "aspirin") == set()
    measured(patient, allergist, "platelets", "99", "\u00d710\u2079/L")
    assert found(patient, "aspirin") == {("blocker", "premedication-platelets")}


def test_a_low_clearance_by_cockcroft_gault_blocks_aspirin(patient, allergist):
    weighed(patient, allergist, "50")
    measured(patient, allergist, "creatinine", "120", "mcmol/L")
    finding = next(f for f in beside(patient, "aspirin").findings if f.code == "premedication-clearance")
    clearance = Fraction(140 - 64) * 50 / (72 * Fraction(1200, 884)) * Fraction(85, 100)
    assert dict(finding.values)["value"].startswith(f"{clearance.numerator // clearance.denominator}")


def test_nsaid_hypersensitivity_an_anticoagulant_and_a_kidney_are_found(patient, allergist):
    asked(patient, allergist, "present")
    takes(patient, allergist, "anticoagulant", "apixaban")
    new = NewCondition(diagnosis="Chronic kidney disease", since="2020", state="active")
    record_condition(patient=patient, new=new, entry_key=uuid4(), by=allergist, at=timezone.now())
    assert found(patient, "aspirin") >= {
        ("blocker", "premedication-nsaid"),
        ("blocker", "premedication-anticoagulant"),
        ("sign-off", "premedication-kidney"),
    }


def test_a_beta_blocker_orders_glucagon(patient, allergist):
    assert beside(patient).glucagon is None
    assert beside(patient, glucagon=True).glucagon.because == ""
    takes(patient, allergist, "beta_blocker", "bisoprolol")
    glucagon = beside(patient).glucagon
    assert (glucagon.because, glucagon.rate_unit) == ("bisoprolol", "mcg/min")
    assert ("caution", "glucagon-ordered") in found(patient)


def test_what_the_patient_reacts_to_is_no_rescue_medicine(patient, allergist):
    assert "methylprednisolone" in {rescue.drug for rescue in beside(patient).rescues}
    labelled(patient, allergist, "methylprednisolone", "suspected")
    assert "methylprednisolone" not in {rescue.drug for rescue in beside(patient).rescues}
    assert ("sign-off", "rescue-withheld") in found(patient)


def test_a_version_keeps_what_was_ordered_and_reads_it_back(patient, allergist):
    takes(patient, allergist, "beta_blocker", "bisoprolol")
    version = drafted(patient, allergist)
    document = read_document(version.document)
    assert document_text(document) == version.document
    orders = document.orders
    assert (orders.premedication_set, orders.monitoring_minutes, orders.observation_h) == ("template", 15, 2)
    assert orders.glucagon.because == "bisoprolol"
    assert [rescue.drug for rescue in orders.rescues][:2] == ["oxygen", "normal saline"]
    assert orders.premedication[0].source


def test_the_prescribers_own_orders_are_saved(patient, allergist):
    rows = (
        PremedicationRow(
            drug="montelukast",
            dose=Fraction(10),
            unit="mg",
            route="PO",
            minutes_before=None,
            moment="the night before",
            reason="respiratory",
        ),
    )
    choice = OrdersChoice(premedication_set=NONE, rows=rows, monitoring_minutes=Fraction(5), observation_h=Fraction(6))
    prescription = prescribed()
    version = start_protocol(
        patient=patient,
        prescription=type(prescription)(**vars(prescription) | {"orders": choice}),
        entry_key=uuid4(),
        by=allergist,
        at=timezone.now(),
    )
    orders = read_document(version.document).orders
    assert orders.premedication == rows
    assert orders.observation == "Observe for at least 6\u00a0h after the last step"
    assert orders.monitoring_minutes == 5


def test_the_units_observation_time_of_a_drug_is_used(patient, allergist, administrator):
    rows = (UnitObservation(drug="Atezolizumab", hours=Fraction(1)),)
    change = Change(definition=BY_KEY["observation-of-drugs"], value=rows, reason="agreed", based_on=0)
    change_setting(change=change, entry_key=uuid4(), by=administrator, at=timezone.now())
    assert read_document(drafted(patient, allergist).document).orders.observation_h == 1
    assert drug_key("Atezolizumab") == "atezolizumab"


def test_the_same_queries_for_any_number_of_rows(patient, allergist):
    labelled(patient, allergist, "iodine")
    counts = {queries_of(lambda n=n: beside(patient, *["famotidine", "aspirin", "montelukast"][:n])) for n in (1, 3)}
    assert len(counts) == 1
    for name in ("penicillin", "latex"):
        labelled(patient, allergist, name)
    assert {queries_of(lambda: beside(patient, "famotidine"))} == counts
