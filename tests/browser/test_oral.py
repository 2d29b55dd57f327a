"""The oral editor in a real browser: a phase edited in place, the calendar follows, and edits are asked about."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from protocols.models import Version
from protocols.version_document import read_document
from tests.clinic import libraries, registered

#: Milliseconds that several answers, one after the other, may take on a busy machine.
SLOW = 20_000


@pytest.fixture
def patient(transactional_db, allergist):
    libraries()
    return registered(allergist)


def test_a_phase_is_edited_in_place_and_the_calendar_follows(visit, page, allergist, patient):
    visit(reverse("oral_new", args=[patient.code]), allergist)
    page.get_by_label("Drug*").select_option("alectinib")
    page.get_by_label("Template*").select_option("alectinib-case")
    expect(page.locator("#phase-5-first")).to_have_value("24", timeout=SLOW)
    expect(page.locator("#calendar")).to_contain_text("24 and on")

    dose = page.locator("#phase-1-dose")
    dose.fill("75")
    expect(page.locator("#calendar")).to_contain_text("must be compounded", timeout=SLOW)
    expect(dose).to_be_focused()
    expect(page.get_by_text("Edited by hand.")).to_be_visible()
    dose.fill("75.")
    expect(page.locator("#phase-1-dose_wrong")).to_contain_text("Type a number", timeout=SLOW)
    dose.fill("75")
    expect(page.locator("#phase-1-dose_wrong")).to_be_empty(timeout=SLOW)

    page.get_by_label("Template*").select_option("alectinib-anderson")
    expect(page.get_by_role("button", name="Keep my changes")).to_be_visible(timeout=SLOW)
    page.get_by_label("Template*").select_option("alectinib-case")
    expect(page.get_by_role("button", name="Keep my changes")).to_have_count(0, timeout=SLOW)
    page.get_by_role("button", name="Save as draft").click()
    expect(page.get_by_text("Draft 1 saved.")).to_be_visible(timeout=SLOW)
    assert read_document(Version.objects.get().document).specification.phases[0].total == 150


def test_an_edited_dose_of_one_component_changes_the_other(visit, page, allergist, patient):
    visit(reverse("oral_new", args=[patient.code]), allergist)
    page.get_by_label("Drug*").select_option("cotrimoxazole")
    page.get_by_label("Template*").select_option("co-trimoxazole-6-day")
    expect(page.get_by_label("Target dose a day, mg of trimethoprim")).to_have_value("80", timeout=SLOW)
    page.locator("#phase-1-dose").fill("8")
    expect(page.locator("#calendar")).to_contain_text("40\u00a0mg sulfamethoxazole", timeout=SLOW)
    page.get_by_label("Template*").select_option("alectinib-case")
    expect(page.get_by_role("button", name="Keep my changes")).to_be_visible(timeout=SLOW)
    expect(page.get_by_label("Target dose a day, mg of trimethoprim")).to_have_value("80")
    page.get_by_role("button", name="Build anew from the template").click()
    expect(page.get_by_label("Target dose a day, mg", exact=True)).to_have_value("1200", timeout=SLOW)
