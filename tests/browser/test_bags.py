"""Bags are recorded and checked by two people in a real browser, from the pharmacist's list to the labels."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from tests.browser import checks
from tests.clinic import drafted, libraries, registered
from tests.protocols.lifecycle.steps import released, signed, verified
from tests.protocols.making.scene import address_of

TOMORROW = (timezone.localdate() + timedelta(days=1)).isoformat()


@pytest.fixture
def version(live_server, allergist, pharmacist):
    """Released for today."""
    libraries()
    version = drafted(registered(allergist), allergist)
    signed(version, allergist)
    verified(version, pharmacist)
    released(version, allergist, planned_on=timezone.localdate())
    return version


def fill(page):
    """The lots, by the keyboard."""
    drug = page.get_by_role("group", name="Drug")
    drug.get_by_label("Lot").first.fill("B1234")
    page.keyboard.press("Tab")
    page.keyboard.type("2029-03")
    page.get_by_role("group", name="Diluent").get_by_label("The lot was not recorded").check()


def test_from_the_list_to_the_second_check(visit, page, version, pharmacist, nurse):
    visit(reverse("home"), pharmacist)
    page.locator("section[aria-labelledby=to-prepare] a.row-link").click()
    fill(page)
    page.get_by_role("button", name="Prepared now").click()
    expect(page.get_by_role("group", name="Drug").get_by_label("Lot").first).to_have_value("B1234")
    page.locator("[name=use_by_time]").fill("1200")
    page.get_by_role("button", name="Record the bags as made").click()
    expect(page.locator("[name=use_by_on]")).to_be_focused()
    page.locator("[name=use_by_on]").fill(TOMORROW)
    page.get_by_role("button", name="Record the bags as made").click()
    expect(page.get_by_text("Recorded. Another person checks the bags.")).to_be_visible()
    expect(page.get_by_role("button", name="I checked these bags")).to_have_count(0)
    assert not checks.faults_on(page)
    visit(address_of(version), nurse)
    page.get_by_label("each bag clear, whole and tight").check()
    page.get_by_role("button", name="I checked these bags").click()
    expect(page.get_by_text("The bags are checked by a second person.")).to_be_visible()
    visit(address_of(version, "bag_labels"), pharmacist)
    expect(page.locator("[name=use_by_time]")).to_have_value("12:00")
    visit(reverse("home"), pharmacist)
    expect(page.locator("section[aria-labelledby=prepared-today]")).to_contain_text("checked by a second person")
    expect(page.locator("section[aria-labelledby=to-prepare]")).not_to_contain_text("atezolizumab")


def test_what_is_wrong_comes_back_with_all_that_was_typed(visit, page, version, pharmacist):
    visit(address_of(version), pharmacist)
    fill(page)
    page.get_by_role("group", name="Drug").get_by_label("Expiry date").first.fill("2020-01")
    page.locator("[name=use_by_on]").fill(TOMORROW)
    page.locator("[name=use_by_time]").fill("12:00")
    page.get_by_role("button", name="Record the bags as made").click()
    expect(page.get_by_text("This lot expires before the bags' use-by date.")).to_be_visible()
    expect(page.get_by_role("group", name="Diluent").get_by_label("The lot was not recorded")).to_be_checked()
    assert not checks.faults_on(page)
