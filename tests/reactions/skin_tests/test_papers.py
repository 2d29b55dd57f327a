"""The papers of a session as PDF: who, what, how each strength is made, and room to write, on one page."""

from datetime import date
from itertools import pairwise

import pytest
from django.urls import reverse
from django.utils import timezone

from desens.audit.models import AuditEvent
from drugs.services import load_library
from tests.cast import client_of
from tests.clinic import labelled, registered, weighed
from tests.printing.pdf import POINTS_A_MM, pages, words
from tests.reactions.recording.records import reaction_row
from tests.reactions.skin_tests import typed

pytestmark = pytest.mark.django_db(transaction=True)
PAPER = (297 * POINTS_A_MM, 210 * POINTS_A_MM)
LEAST_ROW_MM = 9


@pytest.fixture
def patient(allergist):
    load_library(by="test", at=timezone.now())
    patient = registered(allergist)
    labelled(patient, allergist)
    weighed(patient, allergist)
    return patient


def printed(user, name, patient, session):
    answer = client_of(user).get(reverse(name, args=[patient.code, session.entry_key]))
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    return answer.content


def text_of(pdf):
    (page,) = pages(pdf)
    return " ".join(page.replace("\u00a0", " ").split())


def two_drugs(patient, by, **changes):
    tested = typed.drug(0, "oxaliplatin", "1", "0.001 0.1 5", "5"), typed.drug(1, "atezolizumab", "60", "0.6", "60")
    return typed.planned(patient, by, *tested, **changes)


def test_the_sheet_says_on_one_page_who_is_tested_with_what_in_which_order(patient, nurse):
    reaction = reaction_row(patient, nurse)
    session = two_drugs(patient, nurse, reaction=str(reaction.case_key))
    text = text_of(printed(nurse, "skin_test_sheet", patient, session))
    for part in (
        "NÚÑEZ, Ana",
        "1962-04-03 (64 y) · female · No 123456 · 71 kg (2026-11-02)",
        "ALLERGIES penicillin (suspected, 2020-02-03)",
        "day 2026-11-20",
        "18 days after oxaliplatin · 2026-11-02 10:30",
        "medicines that bear on skin tests: not recorded; ask",
        "Histamine 10 mg/mL prick",
        "Negative control glycerinated",
        "may irritate",
        "page 1 of 1",
    ):
        assert part in text
    assert text.index("1 oxaliplatin 1 mg/mL") < text.index("3 oxaliplatin 0.001 mg/mL") < text.index("6 atezolizumab")


@pytest.mark.parametrize("own_controls", ["", "on"])
def test_rows_leave_room_for_handwriting_and_nothing_leaves_the_paper(patient, nurse, own_controls):
    session = two_drugs(patient, nurse, own_controls=own_controls)
    pdf = printed(nurse, "skin_test_sheet", patient, session)
    (found,) = words(pdf)
    assert all(word.left >= 0 and word.right <= PAPER[0] and word.bottom <= PAPER[1] for word in found)
    ordinals = [word for word in found if word.text in "123456" and word.right < 17 * POINTS_A_MM]
    middles = sorted(word.middle for word in ordinals)
    assert len(middles) == 6
    assert min(later - earlier for earlier, later in pairwise(middles)) >= LEAST_ROW_MM * POINTS_A_MM
    assert ("own control" in text_of(pdf)) == bool(own_controls)


def test_four_drugs_of_many_strengths_still_take_one_page(patient, nurse):
    tested = [typed.drug(place, f"drug {place}", "1", "0.01 0.1 1") for place in range(4)]
    session = typed.planned(patient, nurse, *tested)
    text = text_of(printed(nurse, "skin_test_sheet", patient, session))
    assert "16 drug 3" in text


def test_the_preparation_list_says_how_each_strength_is_made_and_of_which_diluent(patient, nurse):
    session = two_drugs(patient, nurse)
    text = text_of(printed(nurse, "skin_test_preparation", patient, session))
    for part in (
        "oxaliplatin stock 5 mg/mL · needed of it 0.7 mL · diluent by the label: glucose 5 %",
        "never: anything with chloride, anything alkaline",
        "5 mg/mL undiluted, from the stock",
        "1 mg/mL 0.2 mL the stock 5 mg/mL 0.8 mL 1 mL",
        "0.1 mg/mL 0.1 mL 1 mg/mL 0.9 mL 1 mL",
        "0.001 mg/mL 0.1 mL 0.1 mg/mL 9.9 mL 10 mL",
        "60 mg/mL undiluted, from the stock",
        "0.6 mg/mL 0.1 mL the stock 60 mg/mL 9.9 mL 10 mL",
    ):
        assert part in text


def test_what_cannot_be_reckoned_is_asked_and_not_guessed(patient, nurse):
    tested = typed.drug(0, "docetaxel", "10"), typed.drug(1, "nobody's drug", "2", unit="mM", stock="")
    unlike = typed.drug(2, "omalizumab", "1.25", unit="IU/mL") | {"d2-stock": "150", "d2-stock_unit": "mg/mL"}
    session = typed.planned(patient, nurse, *tested, unlike)
    text = text_of(printed(nurse, "skin_test_preparation", patient, session))
    assert text.count("The stock is not recorded: the volumes cannot be computed.") == 2
    assert "Stock and strength have units that cannot be compared" in text
    assert "Strengths asked for: 1.25 units/mL" in text


def test_a_sheet_of_a_session_in_error_says_so_across_the_page(patient, nurse):
    session = two_drugs(patient, nurse)
    address = reverse("skin_test_error", args=[patient.code, session.entry_key, "session", session.entry_key])
    client_of(nurse).post(address, {"reason": "wrong patient", "entry_key": str(session.entry_key)})
    assert "ENTERED IN ERROR - NOT FOR USE" in text_of(printed(nurse, "skin_test_sheet", patient, session))


def test_what_cannot_be_printed_says_why_and_notes_nothing(patient, nurse):
    session = two_drugs(patient, nurse, note="a pile of 💩")
    answer = client_of(nurse).get(reverse("skin_test_sheet", args=[patient.code, session.entry_key]))
    assert answer.status_code == 422
    assert "no glyph" in answer.content.decode()
    assert not AuditEvent.objects.filter(action="printed").exists()


def test_a_print_is_noted(patient, nurse):
    session = two_drugs(patient, nurse)
    printed(nurse, "skin_test_preparation", patient, session)
    event = AuditEvent.objects.get(action="printed")
    assert (event.subject, event.subject_code) == ("skin test preparation", str(session.entry_key))


def test_the_same_session_prints_the_same_bytes(patient, nurse):
    session = two_drugs(patient, nurse, tested_on=date(2026, 11, 19).isoformat())
    assert printed(nurse, "skin_test_sheet", patient, session) == printed(nurse, "skin_test_sheet", patient, session)
