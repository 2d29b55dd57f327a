"""The pages of skin tests: what they store, what they refuse, what they keep."""

import re
from datetime import timedelta
from fractions import Fraction
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from drugs.services import load_library
from reactions.models import SkinTest, SkinTestOpinion, SkinTestRound, SkinTestSession
from tests.cast import client_of
from tests.clinic import registered
from tests.reactions.recording.records import reaction_row
from tests.reactions.skin_tests import typed

pytestmark = pytest.mark.django_db(transaction=True)
OXALIPLATIN = typed.drug(0, "oxaliplatin", "1", "0.01 0.1", "5")


@pytest.fixture
def patient(allergist):
    load_library(by="test", at=timezone.now())
    return registered(allergist)


@pytest.fixture
def session(patient, allergist):
    return typed.planned(patient, allergist, OXALIPLATIN, typed.drug(1, "atezolizumab", "60", "0.6", "60"))


def text_of(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).replace("\u00a0", " ").split())


def get(user, name, *arguments):
    answer = client_of(user).get(reverse(name, args=arguments))
    assert answer.status_code == 200
    return text_of(answer)


def post(user, data, name, *arguments, htmx=False):
    headers = {"HX-Request": "true"} if htmx else {}
    return client_of(user).post(reverse(name, args=arguments), data, headers=headers)


def key():
    return {"entry_key": str(uuid4())}


def test_a_session_is_planned_pricks_first_and_from_weak_to_strong(patient, nurse):
    data = typed.plan_data(typed.drug(0, "oxaliplatin", "1", "0.1 0,01"), typed.drug(1, "nobody's drug", "2"))
    answer = post(nurse, data, "skin_test_plan", patient.code)
    session = SkinTestSession.objects.get()
    assert answer.headers["Location"] == reverse("skin_test_session", args=[patient.code, session.entry_key])
    assert [test.told.replace("\u00a0", " ") for test in session.tests.all()] == [
        "oxaliplatin · prick · 1 mg/mL",
        "nobody's drug · prick · 2 mg/mL",
        "oxaliplatin · intradermal · 0.01 mg/mL",
        "oxaliplatin · intradermal · 0.1 mg/mL",
    ]
    post(nurse, data, "skin_test_plan", patient.code)
    assert SkinTestSession.objects.count() == 1


def test_the_strengths_of_a_culprit_are_proposed_with_source_and_mark(patient, nurse):
    reaction_row(patient, nurse, culprit="oxaliplatin")
    shown = client_of(nurse).get(reverse("skin_test_plan", args=[patient.code]))
    form = shown.context["form"]
    assert [form.drugs[0][name].initial for name in ("prick", "intradermal")] == [(1,), (Fraction(1, 10),)]
    text = text_of(shown)
    assert "prick: 1 mg/mL · German S2k guideline 2015" in text
    assert "intradermal: 0.05 mg/mL , 0.5 mg/mL , 5 mg/mL · BWH and EAACI 2022 VERIFY" in text


REFUSED = {
    "above the stock": (
        typed.drug(0, "oxaliplatin", "10", "", "5"),
        "10 mg/mL is stronger than the stock of 5 mg/mL: it cannot be prepared.",
    ),
    "above a stock in another unit": (
        typed.drug(0, "omalizumab", "200", "", "150") | {"d0-unit": "mg/mL", "d0-stock_unit": "mcg/mL"},
        "is stronger than the stock of 150 mcg/mL",
    ),
    "not measurable": (
        typed.drug(0, "oxaliplatin", "", "4.9950", "5"),
        "4.995 mg/mL cannot be measured from this stock with a 1 mL syringe.",
    ),
    "a prick that is not measurable": (
        typed.drug(0, "oxaliplatin", "4.9950", "", "5"),
        "4.995 mg/mL cannot be measured from this stock with a 1 mL syringe.",
    ),
    "a vesicant": (typed.drug(0, "doxorubicin", "", "0.1"), "The drug library says: not to be done: vesicant"),
    "no drug": (typed.drug(0, "", "1"), "Type the drug."),
    "no strength": (typed.drug(0, "oxaliplatin"), "Type at least one strength, or clear the drug."),
    "nothing": (typed.drug(0, ""), "Type at least one drug with a strength."),
    "no number": (typed.drug(0, "oxaliplatin", "one"), "Type a number such as 12, 0.5 or 0,5"),
    "zero": (typed.drug(0, "oxaliplatin", "0"), "0: type strengths above 0 with at most 6 decimals."),
    "ambiguous": (typed.drug(0, "oxaliplatin", "1.000"), "1.000 could mean 1 or 1000"),
    "too many": (typed.drug(0, "oxaliplatin", "1 2 3 4 5 6 7"), "Type at most 6 strengths."),
    "stock without unit": (
        typed.drug(0, "oxaliplatin", "1", "", "5") | {"d0-stock_unit": ""},
        "Choose the unit of the stock.",
    ),
    "twice": (OXALIPLATIN | typed.drug(1, "Eloxatin", "1"), "This drug stands above already."),
    "before birth": (OXALIPLATIN | {"tested_on": "1961-01-01"}, "This date lies before the birth date."),
    "far ahead": (OXALIPLATIN | {"tested_on": "2036-01-01"}, "This date lies more than a year ahead."),
    "no date": (OXALIPLATIN | {"tested_on": ""}, "Type a date"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_bad_input_is_told_and_nothing_is_stored_or_lost(patient, nurse, case):
    changes, message = REFUSED[case]
    answer = post(nurse, typed.plan_data() | changes, "skin_test_plan", patient.code)
    assert answer.status_code == 200
    assert message in text_of(answer)
    assert f'value="{changes["d0-drug"]}"' in answer.content.decode() or not changes["d0-drug"]
    assert not SkinTestSession.objects.exists()


def test_tests_before_their_reaction_are_refused(patient, nurse):
    reaction = reaction_row(patient, nurse)
    data = typed.plan_data(OXALIPLATIN, reaction=str(reaction.case_key), tested_on="2026-11-01")
    assert "The tests lie before the reaction of 2026-11-02" in text_of(
        post(nurse, data, "skin_test_plan", patient.code)
    )


def test_the_reaction_of_another_patient_is_no_choice(patient, nurse):
    other = registered(nurse, hospital_number="2")
    reaction = reaction_row(other, nurse)
    data = typed.plan_data(OXALIPLATIN, reaction=str(reaction.case_key))
    assert "Select a valid choice" in text_of(post(nurse, data, "skin_test_plan", patient.code))
    assert not SkinTestSession.objects.exists()


def test_htmx_proposes_the_strengths_of_the_drug_that_is_named(patient, nurse):
    address = reverse("skin_test_plan", args=[patient.code])
    client = client_of(nurse)
    answer = client.post(f"{address}?propose=1", {"d1-drug": "Tecentriq"} | {"d1-prick": "7"})
    html = answer.content.decode()
    assert 'name="d1-stock" value="60"' in html
    assert 'name="d1-intradermal" value="0.6"' in html
    unknown = client.post(f"{address}?propose=0", {"d0-drug": "nobody's drug"}).content.decode()
    assert "Not in the drug library" in unknown
    assert client.post(f"{address}?propose=7", {}).status_code == 404


def test_results_are_entered_and_shown_with_their_reasons(patient, session, nurse):
    data = key() | {"histamine": "6", "negative": "0", "t1-wheal": "4 3", "t1-erythema": "12", "t4-wheal": "5 5"}
    answer = post(nurse, data, "skin_test_results", patient.code, session.entry_key, "minutes")
    assert answer.status_code == 302
    text = get(nurse, "skin_test_session", patient.code, session.entry_key)
    assert "wheal 4 x 3 mm, erythema 12 mm positive 3.5 mm above the negative control" in text
    assert "15 to 20 min · histamine 6 mm · negative control 0 mm" in text
    assert "oxaliplatin: positive" in get(nurse, "skin_tests", patient.code)


def test_while_results_are_typed_each_line_says_what_it_means(patient, session, nurse):
    data = {"histamine": "2", "negative": "0", "t1-wheal": "0", "t3-initial": "5 5", "t3-wheal": "9 9"}
    answer = post(nurse, data, "skin_test_results", patient.code, session.entry_key, "minutes", htmx=True)
    html = answer.content.decode()
    assert html.count("hx-swap-oob") == 5
    text = text_of(answer)
    assert "invalid 0 mm above the negative control; the histamine control is 2 mm" in text
    assert "positive grown by 4 mm over the bleb" in text
    assert not SkinTestRound.objects.exists()


WRONG_RESULTS = {
    "nothing read": ({}, "Nothing was read: type at least one wheal."),
    "half a line": ({"t1-erythema": "10"}, "Type the wheal, 0 for none."),
    "three diameters": ({"t1-wheal": "1 2 3"}, "Type the longest diameter and the one across"),
    "half a pair": ({"t1-wheal": "10 x"}, "Type the longest diameter and the one across"),
    "no number": ({"t1-wheal": "big"}, "Type a number such as 12, 0.5 or 0,5"),
    "too wide": ({"t1-wheal": "201"}, "Type a diameter from 0 to 200 mm with at most one decimal."),
    "too exact": ({"t1-wheal": "1.55"}, "Type a diameter from 0 to 200 mm with at most one decimal."),
}


@pytest.mark.parametrize("case", WRONG_RESULTS)
def test_wrong_results_are_told_and_nothing_is_stored_or_lost(patient, session, nurse, case):
    changes, message = WRONG_RESULTS[case]
    answer = post(nurse, key() | changes, "skin_test_results", patient.code, session.entry_key, "minutes")
    assert message in text_of(answer)
    assert all(f'value="{value}"' in answer.content.decode() for value in changes.values())
    assert not SkinTestRound.objects.exists()


def test_results_of_a_day_that_has_not_come_are_refused(patient, allergist):
    day = timezone.localdate() + timedelta(days=1)
    session = typed.planned(patient, allergist, OXALIPLATIN, tested_on=day.isoformat())
    answer = post(allergist, key() | {"t1-wheal": "4"}, "skin_test_results", patient.code, session.entry_key, "minutes")
    assert "The tests are planned for a day that has not come." in text_of(answer)


def test_what_was_seen_days_later_is_a_round_of_its_own(patient, session, nurse):
    typed.entered(session, nurse, {"histamine": "6", "negative": "0", "t1-wheal": "0", "t1-erythema": "0"})
    about = patient.code, session.entry_key
    incomplete = post(nurse, key() | {"t1-erythema": "5"}, "skin_test_results", *about, "48")
    assert "Choose what was seen." in text_of(incomplete)
    data = key() | {"t1-infiltrated": "yes", "t1-erythema": "8", "t2-infiltrated": "no"}
    assert post(nurse, data, "skin_test_results", *about, "48").status_code == 302
    assert "48 h: infiltrated erythema or papule, 8 mm" in get(nurse, "skin_test_session", *about)
    assert typed.shown(session).drugs[0].verdict.delayed is True


def test_a_reading_typed_again_replaces_and_a_round_in_error_gives_back_the_one_before(patient, session, allergist):
    read = {"histamine": "6", "negative": "0", "t1-erythema": "9"}
    typed.entered(session, allergist, read | {"t1-wheal": "0"})
    second = typed.entered(session, allergist, read | {"t1-wheal": "5"})
    assert typed.shown(session).tests[0].result_text == "positive"
    about = patient.code, session.entry_key, "round", second.entry_key
    assert post(allergist, key() | {"reason": "the other arm"}, "skin_test_error", *about).status_code == 302
    assert typed.shown(session).tests[0].result_text == "negative"
    again = post(allergist, key() | {"reason": "the other arm"}, "skin_test_error", *about)
    assert again.status_code == 302
    assert "entered in error: the other arm" in get(allergist, "skin_test_session", patient.code, session.entry_key)


def test_the_allergists_reading_stands_beside_the_computed_one(patient, session, allergist):
    typed.entered(session, allergist, {"histamine": "6", "negative": "0", "t1-wheal": "5", "t1-erythema": "9"})
    data = key() | {"test": "1", "result": "negative", "reason": "dermographism"}
    about = patient.code, session.entry_key
    assert post(allergist, data, "skin_test_opinion", *about).status_code == 302
    opinion = SkinTestOpinion.objects.get()
    assert (opinion.computed, opinion.result) == ("positive", "negative")
    assert "Allergist: negative , dermographism" in get(allergist, "skin_test_session", *about)
    without_reason = post(allergist, key() | {"test": "1", "result": "negative"}, "skin_test_opinion", *about)
    assert "This field is required." in text_of(without_reason)
    mark = (*about, "opinion", opinion.entry_key)
    post(allergist, key() | {"reason": "mine was of another test"}, "skin_test_error", *mark)
    assert "Allergist:" not in get(allergist, "skin_test_session", *about)


def test_an_entry_of_another_session_is_not_marked_through_this_one(patient, session, allergist):
    other = typed.planned(patient, allergist, OXALIPLATIN)
    read = typed.entered(other, allergist, {"histamine": "6", "t1-wheal": "0"})
    for kind, entry in (("round", read.entry_key), ("session", other.entry_key), ("tests", other.entry_key)):
        address = reverse("skin_test_error", args=[patient.code, session.entry_key, kind, entry])
        assert client_of(allergist).get(address).status_code == 404


def test_a_session_in_error_is_shown_struck_and_counts_nowhere(patient, session, allergist):
    about = patient.code, session.entry_key
    post(allergist, key() | {"reason": "the other patient"}, "skin_test_error", *about, "session", session.entry_key)
    text = get(allergist, "skin_test_session", *about)
    assert "Entered in error; it counts nowhere. the other patient" in text
    assert "Enter the results" not in text
    assert "entered in error" in get(allergist, "skin_tests", patient.code)


def test_a_strength_above_the_limit_may_irritate(patient, allergist):
    session = typed.planned(patient, allergist, typed.drug(0, "oxaliplatin", "1", "0.1 5", "5"))
    text = get(allergist, "skin_test_session", patient.code, session.entry_key)
    assert text.count("above it: may irritate") == 1
    assert [str(test.limit_strength) for test in SkinTest.objects.all()] == [
        "1\u00a0mg/mL",
        "0.1\u00a0mg/mL",
        "0.1\u00a0mg/mL",
    ]
