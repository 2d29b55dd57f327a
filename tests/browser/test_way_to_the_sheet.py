"""The main job in a real browser: log in, open the patient, see the schedule as one types, save, print."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from patients.models import Patient
from procedures.demonstration.cases import load_cases
from tests.cast import PASSWORD

CHOICES = {"Target dose": "1200", "Final rate": "80", "Volume of each bag": "250", "Dead volume of the line": "0"}
PICKED = {
    "Drug": "atezolizumab",
    "Template": "16 steps · Atezolizumab and bevacizumab, 16 steps, 4 bags",
    "Line primed with": "Drug solution, up to the hub",
}


@pytest.fixture
def case(live_server):
    """The patient of the atezolizumab and bevacizumab case, among the others of the demonstration."""
    load_cases(at=timezone.now())
    return Patient.objects.get(hospital_number="DEMO-01")


def choose(page):
    for label, option in PICKED.items():
        page.get_by_role("combobox", name=label).select_option(label=option)
    for label, typed in CHOICES.items():
        page.get_by_label(label).fill(typed)


RATES = "input[name^=step-][name$=-rate]"


def rates(page):
    """The rates in the editor, step by step."""
    return [field.input_value() for field in page.locator(RATES).all()]


def test_a_log_in_through_the_form_leads_home(visit, page, allergist):
    visit(reverse("home"))
    page.get_by_label("User name").fill(allergist.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url(re.compile(r"/$"))
    assert page.locator("h1").inner_text() == allergist.full_name
    page.get_by_role("button", name="Log out").click()
    assert page.get_by_label("User name").is_visible()


def test_the_schedule_shows_as_one_types_and_prints_when_saved(visit, page, case, allergist):
    visit(reverse("patient_list"), allergist)
    page.get_by_role("link", name="Atezolizumab and bevacizumab").click()
    page.get_by_role("link", name="Protocols").last.click()
    page.get_by_role("link", name="Prescribe a desensitization").click()
    choose(page)
    page.locator(RATES).nth(15).wait_for()
    assert " ".join(rates(page)) == "2.5 5 10 20 2.5 5 10 20 5 10 20 40 10 20 40 80"
    page.get_by_role("button", name="Save as draft").click()
    page.wait_for_url(re.compile(r"/protocols/[^/]+/1/$"))
    assert "1\u202f200\u00a0mg" in page.locator("h1").inner_text()
    assert page.locator(".patient-name").inner_text() == "PUBLISHED CASE, Atezolizumab and bevacizumab"
    sheet = page.get_by_role("link", name="Print the nursing sheet").get_attribute("href")
    printed = page.request.get(page.url.split("/patients/")[0] + sheet)
    assert (printed.status, printed.headers["content-type"]) == (200, "application/pdf")
    assert printed.body().startswith(b"%PDF-")


def test_an_ambiguous_dose_is_asked_back_and_stays_typed(visit, page, case, allergist):
    visit(reverse("protocol_new", args=[case.code]), allergist)
    choose(page)
    page.get_by_label("Target dose").fill("1.200")
    page.get_by_text("1.200 could mean 1.2 or 1200").wait_for()
    expect(page.get_by_label("Target dose")).to_have_value("1.200")
    expect(page.get_by_text("No findings.")).to_have_count(0)


def test_the_head_of_the_patient_stays_in_sight(visit, page, case, allergist):
    page.set_viewport_size({"width": 360, "height": 740})
    visit(reverse("protocol_new", args=[case.code]), allergist)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    assert page.evaluate("scrollY") > 500
    assert page.locator(".patient-banner").bounding_box()["y"] == 0
    assert page.locator(".patient-banner").bounding_box()["height"] < 740 / 3


def test_the_same_way_works_without_javascript(live_server, browser, case, allergist, as_user):
    session = as_user(allergist).cookies["sessionid"].value
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    page = context.new_page()
    page.goto(live_server.url + reverse("protocol_new", args=[case.code]))
    choose(page)
    page.get_by_role("button", name="Compute").click()
    assert len(rates(page)) == 16
    expect(page.get_by_label("Target dose")).to_have_value("1200")
    page.get_by_role("button", name="Save as draft").click()
    assert re.search(r"/protocols/[^/]+/1/$", page.url)
    context.close()
