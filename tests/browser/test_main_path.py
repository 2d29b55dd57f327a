"""The main job, as people do it: an allergist prescribes the published case, a nurse prints its sheet."""

import re
from decimal import ROUND_HALF_UP, Decimal

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from desens.access.demonstration import PASSWORD
from protocols.models import Version
from protocols.selectors import current_templates, template_content
from tests.number_linter import lint
from tests.printing.pdf import pages, reader

CASE = "PUBLISHED CASE, Atezolizumab and bevacizumab"
SIXTEEN = "Atezolizumab and bevacizumab, 16 steps, 4 bags"
OPTION = f"16 steps · {SIXTEEN}"


#: A step on the sheet: step, bag, rate, (volume or TIME IT), minutes, (in hours), dose, cumulative dose.
STEP = (
    r"^(\d+) (\d) ([\d.]+) (?:TIME IT|[\d.]+) ([\d.]+) (?:\d+\u00a0h\u00a0\d+\u00a0min )?([\d.\u202f]+) ([\d.\u202f]+)$"
)


@pytest.fixture
def demonstration(transactional_db):
    call_command("load_demo", verbosity=0)


def log_in(page, live_server, role):
    page.context.clear_cookies()
    page.goto(live_server.url)
    page.get_by_label("User name").fill(role)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("link", name="Patients").first).to_be_visible()


def open_the_patient(page):
    page.get_by_role("link", name="Patients").first.click()
    page.get_by_role("link", name=CASE).click()


def weigh(page, kilograms):
    page.get_by_role("link", name="Record weight and height").click()
    page.get_by_label("Weight").fill(kilograms)
    page.get_by_role("button", name="Record", exact=True).click()


def prescribe(page):
    page.get_by_role("link", name="Protocols", exact=True).click()
    page.get_by_role("link", name="Prescribe a desensitization").click()
    page.get_by_label("Drug*").select_option("atezolizumab")
    page.get_by_label("Target dose").fill("1200")
    page.get_by_label("Template*").select_option(OPTION)
    page.get_by_label("Line primed with").select_option("solution")
    page.get_by_label("Dead volume of the line").fill("0")
    expect(page.get_by_role("cell", name="1\u202f107.2")).to_be_visible()
    page.get_by_role("button", name="Save as draft").click()


def test_from_the_published_case_to_the_printed_sheet(page, live_server, demonstration):
    log_in(page, live_server, "allergist")
    open_the_patient(page)
    weigh(page, "71")
    prescribe(page)
    expect(page.get_by_text("Draft 1 saved.")).to_be_visible()
    saved = Version.objects.latest("id")
    address = page.url

    log_in(page, live_server, "nurse")
    page.goto(address)
    link = page.get_by_role("link", name="Print the nursing sheet")
    pdf = page.request.get(live_server.url + link.get_attribute("href")).body()
    assert_published("\n".join(page.extract_text() for page in reader(pdf).pages))
    for number, text in enumerate(sheets := pages(pdf), start=1):
        for words in (CASE, "DEMO-01", f"page {number} of {len(sheets)}", "DRAFT", saved.digest[:4], "0.5 mg"):
            assert words in text, words
        assert lint(text, printed=True) == []


def assert_published(text):
    """Each step of the paper's table stands in the sheet's text, its figures equal at the printed decimals."""
    table = next(template_content(row) for row in current_templates() if row.title == SIXTEEN).printed
    rows = re.findall(STEP, text, re.MULTILINE)
    assert len(rows) == len(table.rows) == 16
    for (step, bag, rate, minutes, dose, cumulative), printed in zip(rows, table.rows, strict=True):
        assert (step, bag, rate) == printed[:3]
        for shown, published in ((minutes, printed[3]), (dose, printed[5]), (cumulative, printed[6])):
            figure = Decimal(shown.replace("\u202f", ""))
            assert figure.quantize(Decimal(published), ROUND_HALF_UP) == Decimal(published)


def test_the_schedule_follows_each_figure_typed_and_says_what_is_missing(page, live_server, demonstration):
    log_in(page, live_server, "allergist")
    open_the_patient(page)
    page.get_by_role("link", name="Protocols", exact=True).click()
    page.get_by_role("link", name="Prescribe a desensitization").click()
    page.get_by_label("Target dose").fill("1.200")
    expect(page.get_by_text("could mean 1.2 or 1200")).to_be_visible()
    expect(page.get_by_text("Cannot be computed:")).to_be_visible()
    page.get_by_label("Target dose").fill("600")
    page.get_by_label("Drug*").select_option("bevacizumab")
    page.get_by_label("Template*").select_option(OPTION)
    page.get_by_label("Line primed with").select_option("diluent")
    page.get_by_label("Dead volume of the line").fill("20")
    expect(page.locator(".finding-blocker").first).to_be_visible()
    page.get_by_label("Line primed with").select_option("solution")
    page.get_by_label("Dead volume of the line").fill("0")
    expect(page.get_by_role("cell", name="553.6")).to_be_visible()
    page.get_by_label("Final rate").fill("40")
    expect(page.get_by_role("cell", name="361.9")).to_be_visible()


def test_the_demonstration_loads_once(demonstration):
    before = Version.objects.count()
    call_command("load_demo", verbosity=0)
    assert Version.objects.count() == before == 3
