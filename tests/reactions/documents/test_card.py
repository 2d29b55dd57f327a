"""The wallet card: confirmed and suspected drugs, what happened, what was decided, what was tolerated."""

import re
from dataclasses import replace
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from desens.printing.refusal import CannotPrint
from desens.unit.definitions.hospital import HOSPITAL_NAME, UNIT_TELEPHONE
from desens.unit.services import Change, change_setting
from patients.keeping_services import mark_in_error
from patients.models import AllergyLabel
from reactions.documents.card import render
from reactions.documents.card_entries import CardEntry
from tests.clinic import registered
from tests.number_linter import lint
from tests.printing.pdf import POINTS_A_MM, pages, words
from tests.reactions.assessing.records import challenge_row, grounds_row
from tests.reactions.documents.scene import card_of, everything, label, paper_card, said, signed
from tests.reactions.recording.records import decision_row, error_row, reaction_row

pytestmark = pytest.mark.django_db

#: Where the sides lie on the paper, in mm: margins as in static/print/allergy_card.css.
LEFT_MM, TOP_MM, WIDE_MM, HIGH_MM, STEP_MM = 19.4, 19, 171.2, 54, 65


def outside_the_cards(pdf: bytes) -> list[str]:
    """Words below the head of the page that lie in no card."""
    found = []
    for page in words(pdf):
        for word in page:
            left, right = word.left / POINTS_A_MM, word.right / POINTS_A_MM
            top, bottom = word.top / POINTS_A_MM, word.bottom / POINTS_A_MM
            if top > TOP_MM - 3:
                across = left >= LEFT_MM and right <= LEFT_MM + WIDE_MM and not left < LEFT_MM + WIDE_MM / 2 < right
                down = any(TOP_MM + n * STEP_MM <= top and bottom <= TOP_MM + n * STEP_MM + HIGH_MM for n in range(4))
                if not (across and down):
                    found.append(word.text)
    return found


def test_what_was_recorded_stands_on_it(allergist):
    reaction = everything(allergist)
    signed(allergist, reaction, reason="the alternative failed")
    pdf = card_of(allergist, reaction.patient)
    text = said(pdf)
    for part in (
        "NÚÑEZ, Ana",
        "1962-04-03 (64 y) · female · No 123456",
        "oxaliplatin (confirmed since 2026-11-03)",
        "anaphylaxis",
        "Reaction of 2026-11-02 10:30: Brown 3",
        ": desensitization",
        "Equally good alternative: carboplatin",
        "penicillin (suspected since 2026-11-03)",
        "Tolerated",
        "carboplatin (graded challenge 2026-11-10)",
        "printed 2026-11-",
    ):
        assert part in text, part
    assert "latex" not in text
    assert [fault for page in pages(pdf) for fault in lint(page, printed=True)] == []
    assert outside_the_cards(pdf) == []


def test_without_a_suspected_or_confirmed_label_there_is_no_card(allergist, as_user):
    patient = registered(allergist)
    label(patient, allergist, substance="latex", status="refuted")
    response = as_user(allergist).get(reverse("patient_card", args=[patient.code]))
    assert response.status_code == 422
    assert "a card would say nothing" in response.content.decode()


def test_what_nobody_recorded_is_not_said(allergist):
    patient = registered(allergist)
    label(patient, allergist, reaction="")
    text = said(card_of(allergist, patient))
    for words_of in ("Reaction", "Decided", "alternative", "Tolerated", "grade"):
        assert words_of not in text


def test_entries_in_error_never_appear(allergist):
    patient = registered(allergist)
    label(patient, allergist)
    label(patient, allergist, substance="penicillin")
    mark_in_error(
        entry=AllergyLabel.objects.latest("id"), reason="x", entry_key=uuid4(), by=allergist, at=timezone.now()
    )
    error_row(reaction_row(patient, allergist), allergist)
    challenge = challenge_row(patient, allergist, culprit="carboplatin")
    assert "Tolerated" in said(card_of(allergist, patient))
    mark_in_error(entry=challenge, reason="x", entry_key=uuid4(), by=allergist, at=timezone.now())
    text = said(card_of(allergist, patient))
    for words_of in ("penicillin", "Reaction of", "Tolerated", "carboplatin"):
        assert words_of not in text


def test_a_failed_challenge_is_nothing_tolerated_and_a_refuted_drug_stays_away(allergist):
    patient = registered(allergist)
    label(patient, allergist)
    label(patient, allergist, substance="carboplatin", status="refuted")
    challenge_row(patient, allergist, culprit="carboplatin")
    challenge_row(patient, allergist, culprit="cisplatin", result="positive")
    text = said(card_of(allergist, patient))
    assert "carboplatin" not in text
    assert "cisplatin" not in text
    assert "Tolerated" not in text


def test_of_several_reactions_the_worst_decided_grade_is_told(allergist):
    patient = registered(allergist)
    label(patient, allergist)
    for month, grade in ((1, 2), (2, 3), (3, 1)):
        row = reaction_row(patient, allergist, started_at=f"2026-0{month}-05T09:00:00Z", started_precision="day")
        decision_row(row, allergist, proposed=grade, decided=grade)
    text = said(card_of(allergist, patient))
    assert "Reaction of 2026-02-05: Brown 3" in text
    assert "2 more reactions recorded" in text


def test_a_grade_nobody_decided_says_so(allergist):
    patient = registered(allergist)
    label(patient, allergist)
    reaction_row(patient, allergist, started_precision="month")
    grounds_row(patient, allergist)
    text = said(card_of(allergist, patient))
    assert "Reaction of 2026-11: grade not decided" in text
    assert "Equally good alternative: none" in text


def test_the_hospital_and_its_telephone_stand_on_it(allergist):
    patient = registered(allergist)
    label(patient, allergist)
    for definition, value in ((HOSPITAL_NAME, "Hospital de Mar"), (UNIT_TELEPHONE, "+34 900 000 101")):
        change = Change(definition=definition, value=value, reason="known", based_on=0)
        change_setting(change=change, entry_key=uuid4(), by=allergist, at=timezone.now())
    text = said(card_of(allergist, patient))
    assert "Hospital de Mar" in text
    assert "Telephone +34 900 000 101" in text


def test_many_labels_go_on_as_many_cards_as_they_need(allergist):
    patient = registered(allergist)
    for number in range(12):
        label(patient, allergist, substance=f"drug number {number} of these", reaction="urticaria " * 12)
    pdf = card_of(allergist, patient)
    text = said(pdf)
    assert all(text.count(f"drug number {number} of these") == 2 for number in range(12))
    cards = [int(count) for count in re.findall(r"card \d+ of (\d+)", text)]
    assert cards == [len(cards)] * len(cards)
    assert len(cards) > 1
    assert outside_the_cards(pdf) == []


@pytest.mark.parametrize(
    ("letter", "length"), [("W", 60), *((letter, length) for letter in "aiéמم" for length in (60, 200))]
)
def test_the_longest_texts_are_whole_and_inside_the_card(allergist, letter, length):
    patient = registered(allergist)
    label(patient, allergist)
    made = paper_card(allergist, patient)
    word = " ".join(letter * 10 for _ in range(length // 11 + 1))[:length]
    who = replace(made.identity, shown_name=f"{word[:60]}, {word[:60]}")
    entry = CardEntry(substance=word, label="confirmed since 2026-11-03", lines=(word, f"Alternative: {word}"))
    pdf = render(replace(made, identity=who, entries=(entry,)))
    assert outside_the_cards(pdf) == []
    printed = "".join("".join(text.split()) for text in pages(pdf)).replace(" ", "")
    assert printed.count(letter) >= 4 * word.count(letter)


def test_a_text_that_no_card_takes_is_refused(allergist):
    patient = registered(allergist)
    label(patient, allergist)
    entry = CardEntry(substance="W" * 200, label="confirmed", lines=("W" * 2_000, "W" * 2_000))
    with pytest.raises(CannotPrint, match="does not fit a card"):
        render(paper_card(allergist, patient, entries=(entry,)))
