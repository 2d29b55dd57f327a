"""A target dose in a real browser: computed with its working, accessible, and on into the prescription."""

from datetime import timedelta
from decimal import Decimal

from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from tests.browser import checks
from tests.clinic import libraries, registered, weighed
from tests.patients.background import records


def test_carboplatin_by_auc_computed_and_prescribed(visit, page, allergist):
    libraries()
    today = timezone.localdate()
    patient = registered(allergist, birth_date=today - timedelta(days=45 * 365 + 12))
    weighed(patient, allergist, "80", on=today)
    records.value(patient, allergist, value=Decimal("0.5"), measured_on=today)
    visit(reverse("protocol_list", args=[patient.code]), allergist)
    page.get_by_role("link", name="Target dose").click()
    page.get_by_label("Ordered as").select_option("auc")
    page.get_by_label("Amount, as ordered").fill("5")
    page.get_by_role("button", name="Compute").click()
    page.get_by_role("heading", name="Working", exact=True).wait_for()
    for width, height in checks.WIDTHS.values():
        page.set_viewport_size({"width": width, "height": height})
        assert checks.sideways(page) + checks.small_targets(page) + checks.axe(page) == []
    page.get_by_role("button", name="Prescribe this dose").click()
    expect(page.get_by_label("Target dose")).to_have_value("750")
    assert "80" in page.get_by_label("How the dose was computed").input_value()
