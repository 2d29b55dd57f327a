"""The page of a release in a real browser: each item follows what is typed, and nothing typed is lost."""

import pytest
from playwright.sync_api import expect

from tests.browser import checks
from tests.protocols.releasing.ready import address, everything_recorded, verified_version


@pytest.fixture
def version(transactional_db, allergist, pharmacist):
    version = verified_version(allergist, pharmacist)
    everything_recorded(version.protocol.patient, allergist)
    return version


def test_each_item_follows_what_is_typed_and_a_reason_is_never_lost(visit, page, allergist, version):
    visit(address(version), allergist)
    temperature, item = page.get_by_label("Temperature", exact=False).first, page.locator("#item-temperature")
    expect(item).to_contain_text("not recorded")
    page.get_by_label("Your password, to sign").fill("half a pass")
    temperature.fill("38.5")
    expect(item).to_contain_text("does not hold")
    expect(temperature).to_be_focused()
    reason = page.get_by_label("Reason: Temperature")
    reason.fill("tumor fever for months")
    temperature.fill("36.6")
    expect(item).to_contain_text("holds")
    expect(reason).to_have_count(0)
    temperature.fill("38.5")
    expect(reason).to_have_value("tumor fever for months")
    page.get_by_label("Place").select_option("ward")
    expect(page.locator("#item-place")).to_contain_text("the assessment says")
    expect(page.get_by_label("Your password, to sign")).to_have_value("half a pass")
    page.set_viewport_size({"width": 360, "height": 740})
    assert not checks.sideways(page)


def test_where_it_is_recorded_opens_in_a_tab_of_its_own(visit, page, context, allergist, version):
    visit(address(version), allergist)
    page.get_by_label("Heart rate").first.fill("71")
    with context.expect_page() as opened:
        page.locator("#where-lungs").click()
    expect(opened.value.locator("h1")).to_be_visible()
    expect(page.get_by_label("Heart rate").first).to_have_value("71")
    page.get_by_role("button", name="Read again").click()
    expect(page.get_by_label("Heart rate").first).to_have_value("71")
    expect(page.locator("#item-heart-rate")).to_contain_text("71")
