"""Premedication in a real browser: the template fills its rows in, a set replaces them, edits are asked about."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from protocols.models import Version
from protocols.version_document import read_document
from tests.clinic import labelled, libraries, registered


@pytest.fixture
def patient(transactional_db, allergist):
    libraries()
    return registered(allergist)


def test_rows_follow_template_and_set_and_ask_before_edits_go(visit, page, allergist, patient):
    labelled(patient, allergist, "famotidine", "confirmed")
    visit(reverse("protocol_new", args=[patient.code]), allergist)
    page.get_by_label("Drug*").select_option("atezolizumab")
    page.get_by_label("Target dose").fill("1200")
    page.get_by_label("Template").select_option("atezolizumab-bevacizumab-16-step")
    page.get_by_label("Line primed with").select_option("solution")
    page.get_by_label("Dead volume of the line").fill("0")
    first = page.locator("[name=orders-row1-drug]")
    expect(first).to_have_value("chlorpheniramine")

    page.get_by_text("Change the medicines, row by row").click()
    page.locator("[name=orders-row1-dose]").fill("5")
    page.locator("[name=orders-premedication_set]").select_option("set:Brigham, platinum")
    question = page.get_by_label("Throw away the rows changed by hand")
    expect(question).to_be_visible()
    expect(first).to_have_value("chlorpheniramine")
    question.check()
    expect(first).to_have_value("diphenhydramine")
    expect(page.get_by_text("an allergy to famotidine is confirmed").first).to_be_visible()

    page.locator("[name=orders-row2-drug]").fill("cetirizine")
    expect(page.get_by_text("an allergy to famotidine is confirmed")).to_have_count(0)
    expect(page.locator("[name=orders-row2-drug]")).to_be_focused()
    page.get_by_role("button", name="Save as draft").click()
    expect(page.get_by_text("Draft 1 saved.")).to_be_visible()
    rows = read_document(Version.objects.get().document).orders.premedication
    assert [row.drug for row in rows] == ["diphenhydramine", "cetirizine"]


def test_a_narrow_screen_is_not_scrolled_sideways(visit, page, allergist, patient):
    page.set_viewport_size({"width": 360, "height": 780})
    visit(reverse("protocol_new", args=[patient.code]), allergist)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
