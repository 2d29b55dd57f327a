"""An allergist assesses in the browser: grounds, the path that follows, the decision signed; and what came between."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from reactions.models import Assessment
from tests.cast import PASSWORD
from tests.reactions.assessing.records import challenge_row, grounds_row
from tests.reactions.assessing.scene import address_of, measured, reacted, skin_tested


@pytest.fixture
def reaction(live_server, allergist):
    row = reacted(allergist)
    skin_tested(row, allergist)
    measured(row, allergist)
    return row


def test_from_the_list_to_a_signed_decision(reaction, allergist, visit, page):
    visit(reverse("reaction_list", args=[reaction.patient.code]), allergist)
    page.get_by_role("link", name="not yet decided").click()
    assert page.get_by_text("No way can be proposed yet").is_visible()
    page.get_by_role("link", name="Record alternative, statement, consent").click()
    page.get_by_label("Equally good alternative").select_option("none")
    page.get_by_role("button", name="Record").click()
    taken = page.locator(".branch-taken")
    assert taken.last.inner_text().replace("\n", " ").startswith("✓ ")
    assert "desensitization" in taken.last.inner_text()
    expect(page.get_by_label("Steps")).to_have_value("16")
    page.get_by_label("Your password, to sign").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Decision in force").wait_for()
    row = Assessment.objects.get()
    assert (row.way, row.steps, row.differs, row.is_intact) == ("desensitization", 16, False, True)
    page.get_by_role("link", name="Reactions").first.click()
    assert page.get_by_role("link", name="desensitization").is_visible()


def test_what_was_recorded_meanwhile_is_read_before_it_is_signed(reaction, allergist, nurse, visit, page, told):
    grounds_row(reaction.patient, allergist)
    visit(address_of(reaction), allergist)
    page.get_by_label("Steps").fill("12")
    page.get_by_label("First bag").select_option("100")
    page.get_by_label("Why not as proposed").fill("frail")
    challenge_row(reaction.patient, nurse, result="positive")
    page.get_by_label("Your password, to sign").fill(PASSWORD)
    page.get_by_role("button", name="Sign the decision").click()
    alert = page.get_by_role("alert")
    assert "positive: a reaction (recorded by Nurse One Example)" in alert.inner_text()
    assert not Assessment.objects.exists()
    expect(page.get_by_label("Why not as proposed")).to_have_value("frail")
    expect(page.get_by_label("Steps")).to_have_value("12")
    expect(page.get_by_label("Your password, to sign")).to_have_value("")
    told.clear()
    page.get_by_label("Your password, to sign").fill(PASSWORD)
    page.get_by_role("button", name="Sign the decision").click()
    page.get_by_role("heading", name="Decision in force").wait_for()
    assert Assessment.objects.get().reason == "frail"
