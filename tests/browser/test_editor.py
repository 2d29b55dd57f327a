"""The editor in a real browser: a step edited, inserted and removed in place, and asked before edits are lost."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from protocols.models import Version
from protocols.version_document import read_document
from tests.browser import checks
from tests.clinic import libraries, registered

#: Milliseconds that several answers, one after the other, may take on a busy machine.
SLOW = 20_000


@pytest.fixture
def patient(transactional_db, allergist):
    libraries()
    return registered(allergist)


def choose_the_published_case(page):
    page.get_by_label("Drug*").select_option("atezolizumab")
    page.get_by_label("Target dose").fill("1200")
    page.get_by_label("Template*").select_option("atezolizumab-bevacizumab-16-step")
    page.get_by_label("Line primed with").select_option("solution")
    page.get_by_label("Dead volume of the line").fill("0")
    expect(page.locator("#step-16-sum")).to_have_text("1\u202f200")


def test_a_plan_is_edited_in_place_and_saved_as_edited(visit, page, allergist, patient):
    visit(reverse("protocol_new", args=[patient.code]), allergist)
    choose_the_published_case(page)

    rate = page.locator("#step-1-rate")
    rate.fill("5")
    expect(page.locator("#step-1-dose")).to_have_text("0.006")
    expect(page.locator("#step-1-dose")).to_have_class("figure changed")
    expect(rate).to_be_focused()
    expect(page.get_by_text("Edited by hand.")).to_be_visible()
    rate.fill("5.")
    expect(page.locator("#step-1-rate_wrong")).to_contain_text("Type a number")
    rate.fill("5")
    expect(page.locator("#step-1-rate_wrong")).to_be_empty()

    page.get_by_role("button", name="Insert a step after step 1", exact=True).click()
    expect(page.locator("#step-17-sum")).to_have_text("1\u202f200")
    page.locator("#step-2-rate").fill("6")
    expect(page.locator("#step-2-dose")).to_have_text("0.0072")
    page.get_by_role("button", name="Remove step 2", exact=True).click()
    expect(page.locator("#step-17-rate")).to_have_count(0, timeout=SLOW)

    page.get_by_label("Template*").select_option("generic-12-step")
    expect(page.get_by_role("button", name="Keep my changes")).to_be_visible()
    page.get_by_role("button", name="Save as draft").click()
    expect(page.get_by_role("button", name="Keep my changes")).to_be_visible()
    assert not Version.objects.exists()
    page.get_by_label("Template*").select_option("atezolizumab-bevacizumab-16-step")
    expect(page.get_by_role("button", name="Keep my changes")).to_have_count(0)
    page.get_by_role("button", name="Save as draft").click()
    expect(page.get_by_text("Draft 1 saved.")).to_be_visible()
    expect(page.get_by_text("Bags and steps were edited by hand").first).to_be_visible()
    document = read_document(Version.objects.get().document)
    assert document.edited
    assert document.specification.steps[0].rate_ml_h == 5


def test_built_anew_the_rows_are_those_of_the_other_template(visit, page, allergist, patient):
    visit(reverse("protocol_new", args=[patient.code]), allergist)
    choose_the_published_case(page)
    page.locator("#step-1-rate").fill("5")
    expect(page.locator("#step-1-dose")).to_have_text("0.006")
    page.get_by_label("Template*").select_option("generic-12-step")
    expect(page.get_by_role("button", name="Keep my changes")).to_be_visible(timeout=SLOW)
    page.get_by_role("button", name="Build anew from the template").click()
    expect(page.get_by_role("button", name="Keep my changes")).to_have_count(0, timeout=SLOW)
    expect(page.locator("#step-13-rate")).to_have_count(0, timeout=SLOW)
    expect(page.locator("#step-12-sum")).to_have_text("1\u202f200")
    expect(page.get_by_text("Edited by hand.")).to_have_count(0)


def test_what_is_typed_while_an_answer_comes_is_not_lost(visit, page, allergist, patient):
    visit(reverse("protocol_new", args=[patient.code]), allergist)
    choose_the_published_case(page)
    page.locator("#step-1-rate").fill("")
    page.locator("#step-1-rate").press_sequentially("12", delay=120)
    page.keyboard.press("Tab")
    page.keyboard.type("3", delay=120)
    expect(page.locator("#step-1-rate")).to_have_value("12")
    expect(page.locator("#step-1-minutes")).to_have_value("3")
    expect(page.locator("#step-1-volume_is")).to_have_text("0.6")


@pytest.mark.parametrize("width", checks.WIDTHS)
def test_the_table_of_steps_fits_every_screen(visit, page, allergist, patient, width):
    visit(reverse("protocol_new", args=[patient.code]), allergist)
    choose_the_published_case(page)
    page.locator("#step-3-rate").fill("x")
    expect(page.locator("#step-3-rate_wrong")).to_contain_text("Type a number")
    size = checks.WIDTHS[width]
    page.set_viewport_size({"width": size[0], "height": size[1]})
    assert checks.sideways(page) + checks.small_targets(page) + checks.axe(page) == []
