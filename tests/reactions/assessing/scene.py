"""A patient with a reaction to assess, and the card as a browser sends it."""

import re
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.urls import reverse

from tests.cast import PASSWORD
from tests.clinic import registered
from tests.reactions.recording.records import decision_row, reaction_row, sign_row
from tests.reactions.samples.records import acute, kept, new
from tests.reactions.skin_tests.rows import opinion_row, reading_row, round_row, session_row, skin_test_row

SIGNS = ("facial-pruritus", "dyspnea", "altered-consciousness")
FIELD = re.compile(r'<input type="hidden" name="(seen|entry_key)" value="([^"]*)"')


def reacted(by, signs=SIGNS, patient=None, grade: int | None = 3, **changes: Any):
    """A severe immediate reaction to oxaliplatin at infusion 7, its Brown grade decided."""
    row = reaction_row(patient or registered(by), by, baseline_sbp_mmhg=130, **changes)
    for code in signs:
        sign_row(row, code)
    if grade is not None:
        decision_row(row, by, proposed=grade, decided=grade)
    return row


def address_of(reaction, name: str = "assessment") -> str:
    return reverse(name, args=[reaction.patient.code, reaction.case_key])


def page_of(client, reaction) -> str:
    response = client.get(address_of(reaction))
    assert response.status_code == 200
    return response.content.decode()


def card(page: str, **changes: str) -> dict[str, str]:
    """What a browser sends of the card as the page opened it: 16 steps in intensive care for a type I reaction."""
    hidden = dict(FIELD.findall(page[page.index('id="decide"') :]))
    decided = {
        "phenotype": "type I",
        "way": "desensitization",
        "pace": "rapid",
        "steps": "16",
        "first_bag_dilution": "1000",
        "place": "intensive care",
        "password": PASSWORD,
    }
    return hidden | decided | changes


def grounds(alternative: str = "none") -> dict[str, str]:
    """The grounds as typed."""
    return {"alternative": alternative, "entry_key": str(uuid4())}


def skin_tested(reaction, by, drug: str = "oxaliplatin", wheal: int = 4, opinion: str = ""):
    """A prick of 5 mg/mL, 18 days later, histamine 6 mm; read by the allergist otherwise where an opinion is given."""
    session = session_row(reaction.patient, by, reaction=reaction)
    test = skin_test_row(session, drug=drug, concentration=5, stock=5)
    reading = reading_row(round_row(session, by), test, wheal_longest=wheal, wheal_across=wheal)
    if opinion:
        opinion_row(reading, by, result=opinion)


def measured(reaction, by) -> None:
    """Tryptase 44.7 at the reaction against 3.2, interleukin 6 of 80 with the limit 7."""
    il6 = acute(reaction, "80", kind="il6", unit="pg/mL", limit=Decimal(7))
    kept(reaction.patient, by, acute(reaction), new("3.2"), il6)
