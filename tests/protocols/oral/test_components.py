"""Co-trimoxazole: two components of one tablet, prescribed by the first, shown, checked and frozen with both."""

from fractions import Fraction
from uuid import uuid4

import pytest

from protocols.models import VersionState
from protocols.oral.components import given_with, shares_of
from protocols.version_document import document_text, read_document
from protocols.version_state import standing_of
from tests.cast import PASSWORD
from tests.number_linter import lint, visible_text
from tests.protocols.lifecycle.steps import released, signed, verified
from tests.protocols.oral.scene import address_of, drafted, opened, opened_next, plain, read, saved
from tests.protocols.oral.test_rows import ORAL, PUBLISHED

pytestmark = pytest.mark.django_db(transaction=True)
DRUG = "cotrimoxazole"
DAYS = {"drug": DRUG, "template": "co-trimoxazole-6-day"}
HOURLY = {"drug": DRUG, "template": "co-trimoxazole-6-step-hourly"}
SULFA = ("0.02", "0.2", "2", "20", "200", "800")
BOTH = "80 mg of trimethoprim + 400 mg of sulfamethoxazole a day"


def amounts(document):
    """Trimethoprim and sulfamethoxazole of each day."""
    (other,) = document.others
    days = zip(document.schedule.days, other.schedule.days, strict=True)
    return [(first.total, second.total) for first, second in days]


@pytest.mark.parametrize("slug", [DAYS["template"], HOURLY["template"]])
def test_the_shares_of_the_published_medicine_give_its_second_component(slug):
    first, second = PUBLISHED[slug].specifications
    (share,) = shares_of(PUBLISHED[slug])
    assert (share.drug, share.times) == ("sulfamethoxazole", 5)
    assert given_with(first, share) == second


def test_solutions_and_volumes_go_with_their_component():
    (share,) = shares_of(PUBLISHED[DAYS["template"]])
    penicillin = ORAL["penicillin-v-oral-14-dose"]
    other = given_with(penicillin, share)
    assert other.solutions[0].concentration == penicillin.solutions[0].concentration * 5
    assert other.doses == penicillin.doses


def test_both_amounts_are_shown_and_stored(patient, allergist, as_user):
    client = as_user(allergist)
    editor = opened(client, patient, **DAYS)
    page = plain(editor.html)
    for text in (
        "10 mg trimethoprim + 50 mg sulfamethoxazole",
        "80 mg trimethoprim + 400 mg sulfamethoxazole",
        "Target dose a day, mg of trimethoprim",
        BOTH,
    ):
        assert text in page, text
    assert "With each 1 mg of trimethoprim go 5 mg of sulfamethoxazole" in page
    assert lint(visible_text(editor.html)) == []
    editor.send("save")
    document = saved()
    assert (document.medicine, document.drug, document.edited) == ("co-trimoxazole", "co-trimoxazole", False)
    assert amounts(document) == [(n, 5 * n) for n in (10, 20, 30, 40, 60, 80)]
    assert read_document(document_text(document)) == document


def test_an_edited_dose_changes_both(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient, **DAYS)
    editor.send(phase__1__dose="8", head__1__strengths="80")
    page = plain(editor.html)
    assert "8 mg trimethoprim + 40 mg sulfamethoxazole" in page
    assert "Edited by hand." in page
    assert "8 mg cannot be made of whole units of 80 mg" in page
    editor.send("save")
    document = saved()
    assert amounts(document)[0] == (8, 40)
    assert document.others[0].specification.strengths == (400,)


def test_single_doses_of_both(patient, allergist, as_user):
    version = drafted(as_user(allergist), patient, **HOURLY)
    (other,) = read_document(version.document).others
    assert [step.dose for step in other.schedule.steps] == [Fraction(text) for text in SULFA]
    page = read(as_user(allergist).get(address_of(version)))
    assert "Dose, mg of sulfamethoxazole" in page
    assert "204.4 mg of trimethoprim + 1 022.2 mg of sulfamethoxazole" in page


def test_doses_of_components_are_not_given_as_another_drug(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient, template=DAYS["template"], drug="alectinib")
    assert "they are not doses of alectinib" in plain(editor.html)
    editor.send("save")
    codes = {finding.code: finding.level for finding in saved().schedule.findings}
    assert codes["components-of-other-drug"] == "blocker"


def test_it_is_checked_blind_for_each_component_and_released(patient, allergist, pharmacist, as_user):
    version = drafted(as_user(allergist), patient, **DAYS)
    signed(version, allergist)
    client, address = as_user(pharmacist), address_of(version, "version_check")
    page = read(client.get(address))
    assert "Day 6: 80 mg of trimethoprim + 400 mg of sulfamethoxazole in the morning" in page
    totals = {n: (dose, 5 * dose) for n, dose in enumerate((10, 20, 30, 40, 60, 80), start=1)}
    sent = {f"phase-{n}-total-trimethoprim": str(first) for n, (first, _second) in totals.items()}
    sent |= {f"phase-{n}-total-sulfamethoxazole": str(second) for n, (_first, second) in totals.items()}
    wrong = sent | {"phase-6-total-sulfamethoxazole": "80", "entry_key": str(uuid4())}
    told = read(client.post(address, wrong))
    assert "phase 6, total a day of sulfamethoxazole: differs" in told
    assert client.post(address, sent | {"entry_key": str(uuid4())}).status_code == 302
    done = {"password": PASSWORD, "entry_key": str(uuid4())}
    assert client.post(address_of(version, "version_verify"), done).status_code == 302
    released(version, allergist)
    assert standing_of(version).state == VersionState.RELEASED
    page = read(as_user(allergist).get(address_of(version)))
    assert f"co-trimoxazole {BOTH}" in page


def test_the_next_version_and_the_work_list_keep_both(patient, allergist, pharmacist, as_user):
    client = as_user(allergist)
    version = drafted(client, patient, **DAYS)
    assert f"co-trimoxazole {BOTH}" in read(client.get("/"))
    editor = opened_next(client, version)
    assert editor.values["phase-6-dose"] == "80"
    editor.send("save", phase__6__dose="120", head__1__target="120")
    assert amounts(saved(2))[-1] == (120, 600)
    signed(version_2 := version.protocol.versions.get(number=2), allergist)
    verified(version_2, pharmacist)
