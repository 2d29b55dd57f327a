"""From the printed sheet to the record of sixteen steps by keyboard: two minutes of human typing, at any width."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from procedures.models import Procedure
from procedures.recording.standing import of_procedure
from tests.browser.test_people import FOCUSED, Hands
from tests.procedures.recording.given import address, released_version

LIMIT_S, MOST_TABS = 120, 200


class Recorder(Hands):
    """Hands that pass by many fields."""

    def go_to(self, words: str) -> None:
        for _ in range(MOST_TABS):
            if self.page.evaluate(FOCUSED).startswith(words):
                return
            self.press("Tab")
        pytest.fail(f"Tab does not reach {words}")

    def type_into(self, words: str, text: str) -> None:
        self.go_to(words)
        self.write(text)

    def tick(self, words: str) -> None:
        """Decide, and toggle."""
        self.go_to(words)
        self.decide()
        self.press("Space")


@pytest.fixture
def version(allergist, pharmacist):
    return released_version(allergist, pharmacist)


def test_sixteen_steps_take_two_minutes_from_the_address_on_the_sheet(visit, page, version, nurse):
    visit(address(version, "version"), nurse)
    hands = Recorder(page)
    hands.go_to("Record what was given")
    hands.enter()
    expect(page.get_by_label("Start of step 1")).to_be_visible()
    hands.type_into("Start of step 1", "0805")
    hands.type_into("Staff", "N. Nurse")
    hands.tick("All given as ordered")
    hands.type_into("HR", "82")
    hands.press("Tab")
    hands.write("120/70")
    hands.press("Tab")
    hands.write("98")
    hands.tick("All steps as planned")
    hands.press("Tab")
    hands.go_to("Start")
    hands.write("0822")
    hands.press("Tab")
    hands.write("90")
    hands.press("Tab")
    hands.write("115/70")
    hands.go_to("not recorded")
    hands.decide()
    hands.press("ArrowDown")
    hands.type_into("Observed after the end", "60")
    hands.go_to("Record the procedure")
    hands.enter()
    expect(page.get_by_text("Procedure recorded.")).to_be_visible()
    stands = of_procedure(Procedure.objects.get())
    assert [event.step for event in stands.events] == list(range(1, 17))
    assert stands.ending.outcome == "tolerated"
    assert stands.ending.observed_minutes == 60
    assert stands.premedications
    assert {row.step for row in stands.vitals} == {None, 2}
    assert hands.seconds <= LIMIT_S, hands.seconds


def test_without_javascript_it_is_recorded_as_well(visit, live_server, browser, version, nurse, page):
    visit(reverse("home"), nurse)
    context = browser.new_context(java_script_enabled=False, storage_state=page.context.storage_state())
    plain = context.new_page()
    plain.goto(live_server.url + address(version))
    plain.get_by_label("Start of step 1").fill("805")
    plain.get_by_label("All steps as planned").check()
    plain.get_by_label("tolerated", exact=True).check()
    plain.get_by_label("Last step begun").fill("l6")
    plain.get_by_role("button", name="Record the procedure").click()
    expect(plain.get_by_text("nothing that you typed is lost")).to_be_visible()
    plain.get_by_label("Last step begun").fill("16")
    plain.get_by_role("button", name="Record the procedure").click()
    expect(plain.get_by_text("Procedure recorded.")).to_be_visible()
    context.close()


def test_a_crash_loses_nothing_that_was_typed(visit, page, version, nurse):
    visit(address(version), nurse)
    page.get_by_label("Staff").press_sequentially("N. Nurse", delay=20)
    expect(page.locator("#sketch-told")).to_contain_text("Kept as a sketch")
    page.goto("about:blank")
    visit(address(version), nurse)
    expect(page.get_by_text("Here is what you had typed")).to_be_visible()
