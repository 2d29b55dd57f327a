"""Pages in states that no address leads to: a refused form, an error page, paper."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser import checks
from tests.browser.pages import patient_with_everything
from tests.clinic import registered


def faults_on(page):
    found = []
    for width, height in checks.WIDTHS.values():
        page.set_viewport_size({"width": width, "height": height})
        found += checks.sideways(page) + checks.small_targets(page)
    return found + checks.axe(page)


def test_a_refused_form_says_why_beside_each_field_and_keeps_what_was_typed(visit, page, nurse):
    visit(reverse("patient_register"), nurse)
    page.get_by_label("Family name").fill("García \u202e")
    page.get_by_label("Birth date").fill("20/11/1962")
    page.get_by_role("button", name="Register").click()
    for label, told in (
        ("Family name", "U+202E"),
        ("Birth date", "such as 2026-11-20"),
        ("Given name", "required"),
        ("Sex", "required"),
    ):
        field = page.get_by_label(label)
        assert field.get_attribute("aria-invalid") == "true"
        described = " ".join(
            page.locator(f"[id='{part}']").inner_text() for part in field.get_attribute("aria-describedby").split()
        )
        assert told in described
    expect(page.get_by_label("Birth date")).to_have_value("20/11/1962")
    assert faults_on(page) == []


def test_a_message_is_seen_and_announced(visit, page, nurse):
    patient = patient_with_everything(nurse)
    visit(reverse("measurement_record", args=[patient.code]), nurse)
    page.get_by_label("Weight").fill("72,5")
    page.get_by_role("button", name="Record").click()
    assert page.get_by_role("status").inner_text() == "Measurement recorded."
    assert "72.5\u00a0kg" in page.locator(".patient-banner").inner_text()
    assert faults_on(page) == []


@pytest.mark.parametrize(
    ("address", "status"), [("/no-such-page/", 404), ("/forbidden/", 403), ("/suspicious/", 400), ("/broken/x/", 500)]
)
def test_an_error_page_is_as_good_as_the_others(visit, page, told, settings, address, status):
    settings.ROOT_URLCONF = "tests.pages.addresses"
    assert visit(address).status == status
    assert page.locator(".reference strong").is_visible()
    assert faults_on(page) == []
    assert checks.lost_focus(page) == []
    assert [word for word in told if f"status of {status}" not in word] == []
    told.clear()


def test_the_skip_link_leads_past_the_navigation(visit, page, nurse):
    visit(reverse("home"), nurse)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_on_paper_a_page_keeps_the_head_loses_the_buttons_and_is_no_sheet(visit, page, nurse):
    visit(reverse("patient", args=[patient_with_everything(nurse).code]), nurse)
    notice = page.get_by_text("Printed from the screen: not for administration.")
    assert not notice.is_visible()
    page.emulate_media(media="print")
    assert notice.is_visible()
    assert page.locator(".patient-banner").is_visible()
    assert not page.locator(".page-header").is_visible()
    assert not page.locator(".btn").first.is_visible()


def test_nothing_moves_for_those_who_asked_for_rest(visit, page, nurse):
    page.emulate_media(reduced_motion="reduce")
    visit(reverse("home"), nurse)
    moving = "getComputedStyle(document.querySelector('.btn')).transitionDuration"
    assert page.evaluate(moving) in ("0s", "")


@pytest.mark.parametrize("width", [360, 820])
def test_a_name_of_full_length_without_a_space_scrolls_nothing_sideways(visit, page, nurse, width):
    patient = registered(nurse, family_name="Wolfeschlegelsteinhausen" * 8, given_name="Concepcion" * 20)
    page.set_viewport_size({"width": width, "height": 900})
    for address in (reverse("patient", args=[patient.code]), reverse("patient_list")):
        visit(address, nurse)
        assert checks.sideways(page) == []


def test_text_at_twice_its_size_still_fits(visit, page, nurse):
    """WCAG 1.4.4 and 1.4.10: a zoom of 200 % on 720 px leaves 360 px; large text alone must fit as well."""
    visit(reverse("patient", args=[patient_with_everything(nurse).code]), nurse)
    page.set_viewport_size({"width": 720, "height": 1000})
    page.evaluate("document.documentElement.style.fontSize = '32px'")
    assert checks.sideways(page) == []
