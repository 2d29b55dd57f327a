"""A person with everything recorded that the papers say, signed as an allergist signs it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.urls import reverse
from django.utils import timezone

from desens.access.models import User
from desens.unit.selectors import current
from patients.labels import label_stories
from patients.person import records_of
from patients.selectors import identity, labels_history
from patients.services import NewLabel, record_allergy
from reactions.assessing.gathering import gather
from reactions.documents import card as paper
from reactions.documents import letter
from reactions.documents.card_entries import card_entries
from reactions.documents.unit_head import unit_head
from tests.cast import client_of
from tests.clinic import registered
from tests.printing.pdf import poppler
from tests.reactions.assessing.records import challenge_row, grounds_row, naranjo_row
from tests.reactions.assessing.scene import address_of, card, measured, page_of, reacted
from tests.reactions.recording.records import treatment_row
from tests.reactions.skin_tests.rows import opinion_row, reading_row, round_row, session_row, skin_test_row

PRINTED = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)
LABELLED = date(2026, 11, 3)


def label(patient, by: User, substance: str = "oxaliplatin", status: str = "confirmed", **changes: Any) -> None:
    """A label with what happened."""
    values: dict[str, Any] = {"reaction": "anaphylaxis", "noted_on": LABELLED} | changes
    new = NewLabel(substance=substance, status=status, **values)
    record_allergy(patient=patient, new=new, entry_key=uuid4(), by=by, at=timezone.now())


def everything(by: User, **who: Any):
    """A severe reaction with treatment, samples, skin tests, grounds, Naranjo's answers, a challenge, labels."""
    patient = registered(by, **who)
    label(patient, by, status="suspected", noted_on=date(2026, 11, 2))
    label(patient, by)
    label(patient, by, substance="penicillin", status="suspected", reaction="urticaria")
    label(patient, by, substance="latex", status="refuted", reaction="rash")
    reaction = reacted(by, patient=patient)
    treatment_row(reaction, drug="epinephrine", minutes_after_onset=3)
    measured(reaction, by)
    with_skin_tests(reaction, by)
    grounds_row(
        patient,
        by,
        alternative="exists",
        alternative_detail="carboplatin",
        oncologist="Marta Gil",
        stated_on=date(2026, 11, 9),
        statement="needed to cure",
        consent="written",
        consent_on=date(2026, 11, 9),
    )
    naranjo_row(patient, by, after_drug="yes", objective_evidence="yes")
    challenge_row(patient, by, culprit="carboplatin", doses="a tenth, then the whole")
    return reaction


def with_skin_tests(reaction, by: User):
    """A session of a prick that is negative and an intradermal that is positive; the allergist reads the first."""
    session = session_row(reaction.patient, by, reaction=reaction)
    prick = skin_test_row(session, drug="oxaliplatin", concentration=5, stock=5, limit=Decimal("1"), source="Broyles")
    inside = skin_test_row(session, drug="oxaliplatin", number=2, kind="intradermal", concentration=Decimal("0.5"))
    round_ = round_row(session, by)
    first = reading_row(round_, prick, wheal_longest=1, wheal_across=1, erythema_mm=0)
    reading_row(round_, inside, initial_longest=3, initial_across=3, wheal_longest=10, wheal_across=9)
    opinion_row(first, by, result="positive", reason="pseudopod")
    return session


def signed(by: User, reaction, **changes: str) -> None:
    """The decision, signed on the page."""
    client = client_of(by)
    answer = client.post(address_of(reaction, "assessment_sign"), card(page_of(client, reaction), **changes))
    assert answer.status_code == 302, answer.context["form"].errors


def report_of(by: User, reaction) -> bytes:
    """The letter as it is fetched."""
    response = client_of(by).get(reverse("reaction_report", args=[reaction.patient.code, reaction.case_key]))
    assert response.status_code == 200, response.content.decode()
    return response.content


def card_of(by: User, patient) -> bytes:
    """The card as it is fetched."""
    response = client_of(by).get(reverse("patient_card", args=[patient.code]))
    assert response.status_code == 200, response.content.decode()
    return response.content


def said(pdf: bytes) -> str:
    """The words of all pages in one line, in the order in which they were written; what lies across a page first."""
    return " ".join(poppler(pdf, "-raw").replace("\u00a0", " ").split())


def letter_of(by: User, reaction, **changes: Any) -> letter.Letter:
    """The letter before it is rendered, printed on a fixed day, with `changes` to it."""
    person, unit = records_of(reaction.patient), current()
    made = letter.Letter(
        identity=identity(reaction.patient, viewer=by, on=date(2026, 11, 21), person=person),
        gathered=gather(person.ids, reaction),
        stories=label_stories(labels_history(person.ids)),
        unit=unit,
        head=unit_head(unit),
        printed_by=str(by),
        printed_at=PRINTED,
    )
    return replace(made, **changes)


def paper_card(by: User, patient, **changes: Any) -> paper.Card:
    """The card before it is rendered, printed on a fixed day, with `changes` to it."""
    person = records_of(patient)
    who = identity(patient, viewer=by, on=date(2026, 11, 21), person=person)
    made = paper.Card(
        identity=who, entries=card_entries(person.ids, who), head=unit_head(current()), printed_at=PRINTED
    )
    return replace(made, **changes)
