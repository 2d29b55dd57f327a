"""A reaction by keyboard: one screen, 90 seconds of human typing; the grade follows, and a crash loses nothing."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from reactions.models import GradeDecision, Reaction, ReactionSketch
from tests.browser.test_people import FOCUSED, Hands
from tests.clinic import registered

LIMIT_S, MOST_TABS = 90, 150


class Recorder(Hands):
    """Hands that pass by many toggles."""

    def go_to(self, words: str) -> None:
        for _ in range(MOST_TABS):
            if self.page.evaluate(FOCUSED).startswith(words):
                return
            self.press("Tab")
        pytest.fail(f"Tab does not reach {words}")

    def tick(self, words: str) -> None:
        """Decide, and toggle."""
        self.go_to(words)
        self.decide()
        self.press("Space")


def fill(hands):
    """Everything of the typical reaction up to the grade."""
    for label, typed in (
        ("Culprit drug", "oxaliplatin"),
        ("Exposure number", "7"),
        ("Exposure on", "20261102"),
        ("Exposure began at", "1030"),
        ("Onset after the start", "20"),
    ):
        hands.go_to(label)
        hands.write(typed)
    for sign in ("facial pruritus", "dyspnea", "altered consciousness"):
        hands.tick(sign)
    for label in ("Lowest SBP", "Lowest SpO2"):
        hands.go_to(label)
        hands.write("70")


def treat(hands):
    """Epinephrine 0.5 mg into the muscle."""
    hands.go_to("Given")
    hands.write("e")
    hands.go_to("Dose")
    hands.write("0.5")


def test_the_typical_reaction_takes_one_screen_and_less_than_90_seconds(visit, page, allergist):
    patient = registered(allergist)
    visit(reverse("reaction_record", args=[patient.code]), allergist)
    hands = Recorder(page)
    fill(hands)
    expect(page.locator("#grades .proposal-first")).to_contain_text("Brown 3 · because SpO2 70")
    hands.go_to("not yet decided")
    hands.decide()
    for _ in range(3):
        hands.press("ArrowRight")
    treat(hands)
    hands.go_to("Record the reaction")
    hands.enter()
    expect(page.get_by_text("Reaction recorded.")).to_be_visible()
    reaction = Reaction.objects.get(culprit="oxaliplatin", exposure_number=7, sbp_mmhg=70, spo2_percent=70)
    assert reaction.onset_minutes == 20
    assert {sign.code for sign in reaction.signs.all()} == {"facial-pruritus", "dyspnea", "altered-consciousness"}
    assert [(each.code, str(each.quantity)) for each in reaction.treatments.all()] == [
        ("epinephrine-im", "0.5\u00a0mg")
    ]
    decision = GradeDecision.objects.get()
    assert (decision.proposed, decision.decided) == (3, 3)
    assert hands.seconds <= LIMIT_S, hands.seconds


def test_the_grade_follows_the_ticks_and_says_which_signs_made_it(visit, page, nurse):
    patient = registered(nurse)
    visit(reverse("reaction_record", args=[patient.code]), nurse)
    grade = page.locator("#grades .proposal-first")
    expect(grade).to_contain_text("Brown cannot be computed")
    for sign, says in (
        ("urticaria", "Brown 1 · because urticaria"),
        ("dyspnea", "Brown 2 · because dyspnea"),
        ("syncope", "Brown 3 · because syncope"),
    ):
        page.get_by_label(sign, exact=True).focus()
        page.keyboard.press("Space")
        expect(grade).to_contain_text(says)
        expect(page.get_by_label(sign, exact=True)).to_be_focused()
    page.get_by_label("syncope", exact=True).uncheck()
    page.get_by_label("Lowest SBP").fill("90")
    expect(page.locator(".scale-differs").first).to_contain_text("SBP is exactly 90")
    expect(grade).to_contain_text("Brown 2")
    page.get_by_text("The other scales").click()
    page.get_by_label("wheeze", exact=True).check()
    expect(page.locator("#other-grades")).to_contain_text("Anaphylaxis, WAO")
    expect(page.locator("#other-grades")).to_contain_text("wheeze")


def test_a_crash_loses_nothing_that_was_typed(visit, page, nurse):
    patient = registered(nurse)
    address = reverse("reaction_record", args=[patient.code])
    visit(address, nurse)
    fill(Recorder(page))
    page.get_by_label("Note").press_sequentially("felt a metallic ta", delay=20)
    expect(page.locator("#sketch-told")).to_contain_text("Kept as a sketch")
    page.wait_for_timeout(1000)
    assert "metallic ta" in ReactionSketch.objects.get().typed
    page.goto("about:blank")
    visit(address, nurse)
    expect(page.get_by_text("Here is what you had typed")).to_be_visible()
    expect(page.get_by_label("Culprit drug")).to_have_value("oxaliplatin")
    expect(page.get_by_label("Note")).to_have_value("felt a metallic ta")
    expect(page.get_by_label("altered consciousness")).to_be_checked()
    expect(page.locator("#grades .proposal-first")).to_contain_text("Brown 3")
    page.get_by_role("button", name="Record the reaction").click()
    expect(page.get_by_text("Reaction recorded.")).to_be_visible()
    assert not ReactionSketch.objects.exists()


def test_without_javascript_a_reaction_is_recorded_as_well(visit, live_server, browser, nurse, page):
    patient = registered(nurse)
    visit(reverse("reaction_list", args=[patient.code]), nurse)
    context = browser.new_context(java_script_enabled=False, storage_state=page.context.storage_state())
    plain = context.new_page()
    plain.goto(live_server.url + reverse("reaction_record", args=[patient.code]))
    plain.get_by_label("Culprit drug").fill("oxaliplatin")
    plain.get_by_label("Exposure on").fill("2026-11-02")
    plain.get_by_label("dyspnea", exact=True).check()
    plain.get_by_label("Lowest SBP").fill("70O")
    plain.get_by_role("button", name="Record the reaction").click()
    expect(plain.get_by_text("Nothing is recorded yet")).to_be_visible()
    expect(plain.get_by_label("dyspnea", exact=True)).to_be_checked()
    plain.get_by_label("Lowest SBP").fill("70")
    plain.get_by_role("button", name="Record the reaction").click()
    expect(plain.get_by_text("Reaction recorded.")).to_be_visible()
    expect(plain.get_by_text("Brown 3 · because SBP 70")).to_be_visible()
    context.close()
