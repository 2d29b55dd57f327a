"""Patients by keyboard: registered in less than 40 seconds of human typing, found while one types."""

from dataclasses import dataclass, field

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from patients.models import AllergyLabel, Measurement, Patient
from tests.clinic import registered

KEY_S, DECISION_S, LIMIT_S = 0.28, 1.2, 40
FOCUSED = "() => (document.activeElement.labels?.[0] || document.activeElement).innerText.trim()"


@dataclass
class Hands:
    """Somebody at the keyboard: every key and decision costs the time it takes people, added up and not slept."""

    page: Page
    seconds: float = field(default=0)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.seconds += KEY_S

    def decide(self) -> None:
        self.seconds += DECISION_S

    def write(self, text: str) -> None:
        """Decide what to type, and type it."""
        self.decide()
        for letter in text:
            self.page.keyboard.type(letter)
            self.seconds += KEY_S

    def go_to(self, words: str) -> None:
        """Tab until the part with these words has the focus."""
        for _ in range(60):
            if self.page.evaluate(FOCUSED).startswith(words):
                return
            self.press("Tab")
        pytest.fail(f"Tab does not reach {words}")

    def enter(self) -> None:
        """Decide, and press what has the focus."""
        self.decide()
        self.press("Enter")


def test_registering_with_weight_and_an_allergy_takes_less_than_40_seconds(visit, page, nurse):
    visit(reverse("patient_list"), nurse)
    hands = Hands(page)
    hands.go_to("Register a patient")
    hands.enter()
    expect(page.get_by_label("Family name")).to_be_focused()
    for label, typed in (
        ("Family name", "Hernández"),
        ("Given name", "María"),
        ("Birth date", "19620403"),
        ("Sex", "f"),
        ("Hospital number", "123456"),
        ("Weight", "71"),
        ("Drug allergy", "amoxicillin"),
        ("Status", "s"),
    ):
        hands.go_to(label)
        hands.write(typed)
    hands.go_to("Register")
    hands.enter()
    expect(page.get_by_text("Registered.")).to_be_visible()
    patient = Patient.objects.get(family_name="Hernández", given_name="María", sex="F", hospital_number="123456")
    assert str(Measurement.objects.get(patient=patient).value) == "71.000"
    label = AllergyLabel.objects.get(patient=patient)
    assert (label.substance, label.status) == ("amoxicillin", "suspected")
    assert hands.seconds < LIMIT_S, hands.seconds


def test_a_patient_is_found_while_typing_and_opened_by_enter(visit, page, nurse):
    registered(nurse)
    registered(nurse, family_name="Smith", given_name="John", hospital_number="2")
    visit(reverse("patient_list"), nurse)
    hands = Hands(page)
    hands.go_to("Find a patient")
    hands.write("ana nu")
    expect(page.get_by_role("link", name="SMITH, John")).not_to_be_visible()
    expect(page.locator("#found-told")).to_have_text("1 patient found.")
    assert page.url.endswith(reverse("patient_list"))
    hands.go_to("NÚÑEZ, Ana")
    hands.enter()
    expect(page.get_by_role("heading", name="NÚÑEZ, Ana")).to_be_attached()
    assert hands.seconds < LIMIT_S


def test_without_javascript_the_search_works_as_well(visit, live_server, browser, nurse, page, settings):
    registered(nurse)
    registered(nurse, family_name="Smith", given_name="John", hospital_number="2")
    visit(reverse("patient_list"), nurse)
    context = browser.new_context(java_script_enabled=False, storage_state=page.context.storage_state())
    plain = context.new_page()
    plain.goto(live_server.url + reverse("patient_list"))
    plain.get_by_label("Find a patient").fill("SMITH")
    plain.keyboard.press("Enter")
    expect(plain.get_by_role("link", name="SMITH, John")).to_be_visible()
    expect(plain.get_by_role("link", name="NÚÑEZ, Ana")).not_to_be_visible()
    context.close()


def test_an_entry_is_marked_in_error_by_tab_and_enter(visit, page, nurse):
    patient = registered(nurse)
    visit(reverse("measurement_record", args=[patient.code]), nurse)
    hands = Hands(page)
    hands.go_to("Weight")
    hands.write("17")
    hands.press("Enter")
    expect(page.get_by_text("unusual for this age")).to_be_visible()
    hands.go_to("I confirm")
    hands.press("Space")
    hands.press("Enter")
    expect(page.get_by_text("Measurement recorded.")).to_be_visible()
    hands.go_to("Error?")
    hands.enter()
    expect(page.get_by_role("heading", name="Mark as entered in error")).to_be_visible()
    hands.go_to("Reason")
    hands.write("read off the wrong bed")
    hands.press("Enter")
    expect(page.get_by_text("read off the wrong bed").first).to_be_visible()
    struck = page.locator("s .figure", has_text="17")
    assert struck.evaluate("part => getComputedStyle(part).textDecorationLine") == "line-through"
    assert Measurement.objects.get().error.reason == "read off the wrong bed"
