"""A pharmacist checks blind in the browser: a wrong figure in bag 2 is named, corrected, and the version verified."""

import pytest
from playwright.sync_api import expect

from protocols.models import Comparison, VersionState
from protocols.version_state import standing_of
from tests.cast import PASSWORD
from tests.protocols.checking.scene import RIGHT, address_of, signed_version


@pytest.fixture
def version(live_server, allergist):
    return signed_version(allergist)


def fill(page, figures):
    for key, typed in figures.items():
        page.locator(f"[name={key}]").fill(typed)


def test_a_wrong_figure_is_named_corrected_and_the_version_verified(version, pharmacist, visit, page):
    visit(address_of(version, "version"), pharmacist)
    page.get_by_role("link", name="Check blind").click()
    fill(page, RIGHT | {"bag-2-concentration": "0.48"})
    page.get_by_role("button", name="Compare").click()
    page.get_by_role("alert").wait_for()
    assert "bag 2, concentration: differs from the version." in page.get_by_role("alert").first.inner_text()
    assert "0.048" not in page.inner_text("main")
    second = page.get_by_role("group", name="Bag 2")
    assert "bag 2, concentration: differs" in second.inner_text()
    expect(second.get_by_label("Concentration")).to_have_value("0.48")
    second.get_by_label("Concentration").fill("0.048")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Verify atezolizumab").wait_for()
    assert page.get_by_role("row", name="bag 4, concentration").inner_text().split("\t")[1:] == [
        "4.762\u00a0mg/mL",
        "4.76\u00a0mg/mL",
    ]
    page.get_by_label("Your password, to sign").fill("wrong")
    page.get_by_role("button", name="Sign: verified").click()
    page.get_by_label("Your password, to sign").fill(PASSWORD)
    page.get_by_role("button", name="Sign: verified").click()
    page.get_by_role("heading", name="Blind checks").wait_for()
    assert standing_of(version).state == VersionState.VERIFIED
    assert list(Comparison.objects.order_by("id").values_list("agrees", flat=True)) == [False, True]


def test_the_same_way_works_without_javascript(version, pharmacist, browser, live_server, as_user):
    session = as_user(pharmacist).cookies["sessionid"].value
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    page = context.new_page()
    page.goto(live_server.url + address_of(version))
    fill(page, RIGHT)
    page.get_by_role("button", name="Compare").click()
    page.get_by_label("Your password, to sign").fill(PASSWORD)
    page.get_by_role("button", name="Sign: verified").click()
    assert page.get_by_role("heading", name="Blind checks").is_visible()
    context.close()
