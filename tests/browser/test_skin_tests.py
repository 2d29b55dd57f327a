"""A session of two drugs by keyboard, timed as a person types: 0.28 s a key, 1.2 s a decision (issue 5, point 10)."""

from fractions import Fraction

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from desens.access.roles import Role
from drugs.services import load_library
from reactions.models import SkinTestSession
from tests.cast import person
from tests.clinic import registered
from tests.reactions.recording.records import reaction_row
from tests.reactions.skin_tests.typed import shown

pytestmark = pytest.mark.django_db(transaction=True)
KEY_S, DECISION_S, MOST_S = Fraction(28, 100), Fraction(12, 10), 90


class Hands:
    """One person at the keyboard: every key and every decision is counted."""

    def __init__(self, page):
        self.page, self.keys, self.decisions = page, 0, 0

    def press(self, key, times=1):
        for _time in range(times):
            self.page.keyboard.press(key)
        self.keys += times

    def field(self, text):
        """Decide what belongs here, type it, go on."""
        self.decisions += 1
        self.page.keyboard.type(text)
        self.keys += len(text)
        self.press("Tab")

    def until(self, selector):
        """Tab until this has the focus."""
        for _key in range(60):
            if self.page.locator(selector).evaluate("element => element === document.activeElement"):
                return
            self.press("Tab")
        raise AssertionError(f"{selector} is not reached by Tab")

    @property
    def seconds(self):
        return self.keys * KEY_S + self.decisions * DECISION_S


def test_two_drugs_are_planned_and_entered_by_keyboard_within_90_seconds(page, visit):
    nurse = person("nurse", Role.NURSE)
    load_library(by="test", at=timezone.now())
    patient = registered(nurse)
    reaction_row(patient, nurse, culprit="atezolizumab")
    hands = Hands(page)

    visit(reverse("skin_test_plan", args=[patient.code]), nurse)
    expect(page.locator("#id_reaction")).to_be_focused()
    hands.decisions += 2  # the reaction and what is proposed of its drug are right
    hands.until("#id_d1-drug")
    with page.expect_response(lambda answer: "propose=1" in answer.url):
        hands.field("bevacizumab")
    expect(page.locator("#id_d1-stock")).to_have_value("25")
    expect(page.locator("#id_d1-stock")).to_be_focused()
    hands.decisions += 1  # what is proposed of the second drug is right
    hands.press("Enter")

    page.wait_for_url("**/skin-tests/*-*/")
    hands.press("Tab")
    hands.press("Enter")
    hands.until("a.btn-primary")
    hands.press("Enter")
    page.wait_for_url("**/results/minutes/")
    expect(page.locator("#id_histamine")).to_be_focused()
    for typed in ("6 6", "0", "0", "0", "0", "0", "5 5", "10 10", "20", "5 5", "13 11"):
        hands.field(typed)
    expect(page.locator("#id_t4-erythema")).to_be_focused()
    page.locator("#result-4", has_text="positive").wait_for()
    hands.field("25")
    hands.press("Enter")
    page.wait_for_url("**/skin-tests/*-*/")

    session = SkinTestSession.objects.get()
    said = [(test.row.drug, test.row.kind, test.result_text) for test in shown(session).tests]
    assert said == [
        ("atezolizumab", "prick", "negative"),
        ("bevacizumab", "prick", "negative"),
        ("atezolizumab", "intradermal", "positive"),
        ("bevacizumab", "intradermal", "positive"),
    ]
    assert hands.seconds <= MOST_S, f"{hands.seconds} s: {hands.keys} keys, {hands.decisions} decisions"
