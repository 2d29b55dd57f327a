"""A table pasted in a real browser: checked, accessible, and nothing sideways."""

from django.urls import reverse

from tests.browser import checks
from tests.protocols.tables.pasted import TYPED


def test_the_alemtuzumab_table_pasted_and_checked(visit, page, nurse):
    visit(reverse("check_a_table"), nurse)
    for label, name in [
        ("Table", "table"),
        ("Bags", "bags"),
        ("Target dose", "target_dose"),
        ("Total time", "total_minutes"),
    ]:
        page.get_by_label(label).first.fill(TYPED[name])
    page.get_by_label("Rates as printed").select_option("mL/min")
    page.get_by_role("button", name="Check", exact=True).click()
    page.get_by_role("heading", name="20 findings").wait_for()
    for width, height in checks.WIDTHS.values():
        page.set_viewport_size({"width": width, "height": height})
        assert checks.sideways(page) + checks.small_targets(page) + checks.axe(page) == []
