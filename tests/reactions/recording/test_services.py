"""A reaction is kept whole and once; a correction replaces; a mistake counts nowhere; a grade keeps both sides."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import SuspiciousOperation
from django.utils import timezone

from desens.audit.models import AuditEvent
from desens.records.once import OtherContentError
from patients.keeping_services import join_records
from reactions.models import GradeDecision, Reaction, Sign, TreatmentGiven
from reactions.observing import observed_of
from reactions.recording import deciding, selectors, services
from reactions.recording.entered import NewDecision, NewTreatment
from tests.clinic import registered
from tests.reactions.recording.entries import EPINEPHRINE, STARTED, decided, recorded, struck

pytestmark = pytest.mark.django_db(transaction=True)

BROWN_3 = NewDecision(scale="brown", decided=3)


def cases_of(patient):
    return selectors.reactions([patient.pk])


def test_a_reaction_is_kept_with_its_parts_and_one_event(nurse):
    patient = registered(nurse)
    reaction = recorded(patient, nurse)
    assert {sign.code for sign in reaction.signs.all()} == {"facial-pruritus", "dyspnea", "altered-consciousness"}
    assert [str(given.quantity) for given in reaction.treatments.all()] == ["0.5\u00a0mg"]
    assert (reaction.culprit_key, reaction.number, reaction.case_key) == ("oxaliplatin", 1, reaction.entry_key)
    event = AuditEvent.objects.get(action="recorded reaction")
    assert (event.by, event.patient_code, event.subject) == (nurse.username, patient.code, "reaction")
    for word in ('"altered-consciousness"', '"epinephrine-im"', '"sbp_mmhg":70'):
        assert word in event.after


def test_the_same_form_sent_twice_is_one_reaction(nurse):
    patient, key = registered(nurse), uuid4()
    rows = [recorded(patient, nurse, entry_key=key, decision=BROWN_3) for _ in range(2)]
    assert rows[0] == rows[1]
    assert (Reaction.objects.count(), Sign.objects.count(), TreatmentGiven.objects.count()) == (1, 3, 1)
    assert GradeDecision.objects.count() == AuditEvent.objects.filter(action="recorded reaction").count() == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"signs": frozenset({"dyspnea"})},
        {"treatments": (EPINEPHRINE, EPINEPHRINE)},
        {"sbp_mmhg": 71},
        {"decision": BROWN_3},
    ],
    ids=str,
)
def test_the_same_key_with_other_content_is_told_and_not_kept(nurse, changes):
    patient, key = registered(nurse), uuid4()
    recorded(patient, nurse, entry_key=key)
    with pytest.raises(OtherContentError):
        recorded(patient, nurse, entry_key=key, **changes)
    assert (Sign.objects.count(), TreatmentGiven.objects.count()) == (3, 1)


def test_another_patients_key_is_refused(nurse):
    key = uuid4()
    recorded(registered(nurse), nurse, entry_key=key)
    with pytest.raises(SuspiciousOperation):
        recorded(registered(nurse, hospital_number="2"), nurse, entry_key=key)


def test_a_correction_replaces_and_the_first_stays(nurse):
    patient = registered(nurse)
    first = recorded(patient, nurse)
    second = recorded(patient, nurse, corrects=first, sbp_mmhg=95)
    (case,) = cases_of(patient)
    assert (case.row, case.earlier) == (second, (first,))
    assert (second.case_key, second.number) == (first.case_key, 2)
    assert AuditEvent.objects.filter(action="corrected reaction").count() == 1


def test_what_was_corrected_already_is_not_corrected_behind_somebodys_back(nurse):
    patient, key = registered(nurse), uuid4()
    first = recorded(patient, nurse)
    second = recorded(patient, nurse, corrects=first, entry_key=key)
    with pytest.raises(services.CorrectedAlreadyError):
        recorded(patient, nurse, corrects=first, sbp_mmhg=60)
    assert recorded(patient, nurse, corrects=first, entry_key=key) == second
    assert Reaction.objects.count() == 2


def test_a_correction_in_error_lets_the_one_before_hold_which_can_be_corrected_again(nurse):
    patient = registered(nurse)
    first = recorded(patient, nurse)
    struck(recorded(patient, nurse, corrects=first), nurse)
    assert cases_of(patient)[0].row == first
    third = recorded(patient, nurse, corrects=first)
    assert (cases_of(patient)[0].row, third.number) == (third, 3)


def test_a_reaction_in_error_counts_nowhere_and_stays(nurse):
    patient = registered(nurse)
    reaction = recorded(patient, nurse)
    struck(reaction, nurse)
    (case,) = cases_of(patient)
    assert (case.row, case.newest) == (None, reaction)
    assert selectors.standing_reactions([patient.pk]) == ()


def test_a_reaction_of_another_patient_is_not_corrected_nor_graded(nurse):
    ana, ben = registered(nurse), registered(nurse, hospital_number="2")
    of_ana = recorded(ana, nurse)
    with pytest.raises(SuspiciousOperation):
        recorded(ben, nurse, corrects=of_ana)
    with pytest.raises(SuspiciousOperation):
        deciding.decide_grade(patient=ben, reaction=of_ana, new=BROWN_3, entry_key=uuid4(), by=nurse, at=timezone.now())
    assert Reaction.objects.count() == 1


@pytest.mark.parametrize(
    "changes",
    [
        lambda now: {"started_at": now + timedelta(hours=1)},
        lambda _: {"started_at": STARTED.replace(year=1962, month=4, day=2)},
        lambda _: {"onset": Decimal(-1)},
        lambda now: {"started_at": now - timedelta(minutes=1)},
        lambda _: {"dose_reached": Decimal(2), "planned_dose": Decimal(1), "dose_unit": "mg"},
        lambda _: {"step": 3},
        lambda _: {"occasion": "desensitization", "step": 13, "protocol_steps": 12},
        lambda _: {"untreated": True},
        lambda _: {"treatments": (NewTreatment(code="epinephrine-im", dose=Decimal("10.1"), dose_unit="mg"),)},
        lambda _: {"treatments": (NewTreatment(code="oxygen", given_at=STARTED - timedelta(minutes=1)),)},
        lambda now: {"treatments": (NewTreatment(code="oxygen", given_at=now + timedelta(hours=1)),)},
    ],
)
def test_what_cannot_be_is_refused(nurse, changes):
    with pytest.raises(services.ImpossibleReactionError):
        recorded(registered(nurse), nurse, **changes(timezone.now()))
    assert not Reaction.objects.exists()


@pytest.mark.parametrize(
    ("precision", "started"),
    [("year", STARTED.replace(year=1962, month=1, day=1)), ("month", STARTED.replace(year=1962, month=4, day=1))],
)
def test_a_start_known_in_part_may_lie_in_the_year_of_birth(nurse, precision, started):
    assert recorded(registered(nurse), nurse, started_at=started, started_precision=precision).pk


def test_a_confirmed_grade_keeps_proposal_and_reasons(nurse):
    reaction = recorded(registered(nurse), nurse, decision=BROWN_3)
    row = reaction.decisions.get()
    assert (row.proposed, row.decided, row.confirms, row.source) == (3, 3, True, "Brown 2004")
    assert "SBP 70 mmHg" in row.because
    assert "altered consciousness" in row.because


def test_an_override_keeps_both_and_its_reason_and_without_one_nothing_is_kept(nurse):
    patient = registered(nurse)
    with pytest.raises(deciding.ReasonMissingError):
        recorded(patient, nurse, decision=NewDecision(scale="brown", decided=2))
    assert not Reaction.objects.exists()
    reaction = recorded(patient, nurse, decision=BROWN_3)
    decided(reaction, nurse, grade=2, reason="cuff was wrong")
    held = cases_of(patient)[0].brown
    assert (held.proposed, held.decided, held.reason) == (3, 2, "cuff was wrong")
    assert reaction.decisions.count() == AuditEvent.objects.filter(action="decided grade").count() == 2


def test_no_grade_is_confirmed_as_such(nurse):
    reaction = recorded(registered(nurse), nurse, signs=frozenset({"fever"}), sbp_mmhg=None, spo2_percent=None)
    assert decided(reaction, nurse, grade=None).confirms


def test_doses_of_epinephrine_are_counted(nurse):
    oxygen = NewTreatment(code="oxygen")
    patient = registered(nurse)
    recorded(patient, nurse, treatments=(EPINEPHRINE, oxygen, EPINEPHRINE, EPINEPHRINE))
    assert cases_of(patient)[0].epinephrine.value == 3


def test_two_records_of_one_person_have_one_list(allergist):
    leading, joined = registered(allergist), registered(allergist, hospital_number="2")
    reaction = recorded(joined, allergist)
    join_records(
        leading=leading, joined=joined, reason="one person", entry_key=uuid4(), by=allergist, at=timezone.now()
    )
    again = recorded(leading, allergist, corrects=reaction, sbp_mmhg=80)
    (case,) = selectors.reactions([leading.pk, joined.pk])
    assert case.row == again
    assert observed_of(again).sbp_mmhg == 80


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_takes_four_queries(nurse, number, django_assert_num_queries):
    patient = registered(nurse)
    for _ in range(number):
        recorded(patient, nurse, decision=BROWN_3)
    with django_assert_num_queries(4):
        shown = cases_of(patient)
        assert [case.epinephrine.value for case in shown] == [1] * number
        assert [case.brown.decided for case in shown] == [3] * number
