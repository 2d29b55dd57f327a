"""An oral protocol the whole way in a real browser: prescribed with its orders, signed, checked blind, released."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from protocols.models import Version, VersionState
from protocols.version_document import read_document
from protocols.version_state import standing_of
from tests.browser import checks
from tests.cast import PASSWORD
from tests.clinic import libraries, registered
from tests.protocols.oral.scene import address_of
from tests.protocols.oral.test_blind_check import RIGHT
from tests.protocols.oral.test_whole_way import recorded
from tests.protocols.releasing.ready import typed

#: Milliseconds that several answers, one after the other, may take on a busy machine.
SLOW = 20_000
TYPED = typed("")
CHOSEN = ("place", "allergist", "consent_again", "infection")


@pytest.fixture
def patient(transactional_db, allergist):
    libraries()
    return registered(allergist)


def test_it_is_prescribed_signed_checked_and_released(visit, page, allergist, pharmacist, patient):
    recorded(patient, allergist)
    visit(reverse("oral_new", args=[patient.code]), allergist)
    expect(page.get_by_label("Drug*")).to_have_value("alectinib")
    page.get_by_label("Template*").select_option("alectinib-case")
    expect(page.locator("#calendar")).to_contain_text("24 and on", timeout=SLOW)
    page.get_by_label("Premedication*").select_option("set:Brigham, platinum")
    expect(page.locator("#calendar")).to_contain_text("famotidine", timeout=SLOW)
    page.get_by_role("button", name="Save as draft").click()
    expect(page.get_by_text("Draft 1 saved.")).to_be_visible(timeout=SLOW)
    version = Version.objects.get()
    assert [row.drug for row in read_document(version.document).orders.premedication] == [
        "diphenhydramine",
        "famotidine",
    ]

    page.get_by_role("link", name="Sign", exact=True).click()
    for reason in page.locator("[name^=reason]").all():
        reason.fill("asked; none")
    page.get_by_label("Your password, to sign").fill(PASSWORD)
    page.get_by_role("button", name="Sign the protocol").click()
    expect(page.locator("main")).to_contain_text("signed", timeout=SLOW)

    visit(address_of(version), pharmacist)
    page.get_by_role("link", name="Check blind").click()
    for key, figure in RIGHT.items():
        page.locator(f"[name={key}]").fill(figure)
    page.get_by_role("button", name="Compare").click()
    page.get_by_label("Your password, to sign").fill(PASSWORD)
    page.get_by_role("button", name="Sign: verified").click()
    expect(page.get_by_role("heading", name="Blind checks")).to_be_visible(timeout=SLOW)
    assert standing_of(version).state == VersionState.VERIFIED

    visit(address_of(version, "version_release"), allergist)
    for name, value in TYPED.items():
        field = page.locator(f"[name={name}]")
        field.select_option(value) if name in CHOSEN else field.fill(value)
    page.get_by_role("button", name="Release the protocol").click()
    expect(page.get_by_text("famotidine")).to_be_visible(timeout=SLOW)
    assert standing_of(version).state == VersionState.RELEASED
    page.set_viewport_size({"width": 360, "height": 740})
    assert not checks.sideways(page)
