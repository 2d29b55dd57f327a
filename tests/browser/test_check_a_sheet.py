"""A nurse types the short hash of the sheet in her hand: valid, superseded, or not of this record."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from protocols.version_document import short_hash
from tests.browser.checks import faults_on
from tests.protocols.lifecycle.steps import signed
from tests.protocols.lifecycle.test_arrows import next_version
from tests.protocols.papers.scene import released_version


@pytest.fixture
def version(live_server, allergist, pharmacist):
    return released_version(allergist, pharmacist)


def test_a_sheet_is_valid_until_a_later_version_is_signed(version, allergist, nurse, visit, page):
    visit(reverse("home"), nurse)
    page.get_by_role("link", name="Check a sheet").click()
    page.get_by_label("Short hash of the sheet").fill(short_hash(version.digest).upper())
    page.keyboard.press("Enter")
    expect(page.get_by_text("Valid: this version is released")).to_be_visible()
    assert faults_on(page) == []
    signed(next_version(version, allergist), allergist)
    page.get_by_role("button", name="Check").click()
    expect(page.get_by_text("SUPERSEDED - NOT FOR ADMINISTRATION")).to_be_visible()
    assert faults_on(page) == []
    page.get_by_label("Short hash of the sheet").fill("0000·0000")
    page.get_by_role("button", name="Check").click()
    expect(page.get_by_text("No version bears this hash.")).to_be_visible()
    page.get_by_label("Short hash of the sheet").fill("0000")
    page.get_by_role("button", name="Check").click()
    expect(page.get_by_text("Type the eight digits")).to_be_visible()
    expect(page.get_by_label("Short hash of the sheet")).to_have_value("0000")
    assert faults_on(page) == []
