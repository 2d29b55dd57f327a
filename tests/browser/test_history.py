"""From the tab to the history, from a line of it to its record, by keyboard and by thumb."""

import re
from datetime import date

from django.urls import reverse
from playwright.sync_api import expect

from tests.browser import checks
from tests.clinic import registered
from tests.review.history import made


def test_a_nurse_reads_the_history_and_follows_a_reaction_to_its_record(visit, page, nurse):
    patient = registered(nurse)
    row = made.procedure(patient, nurse, ending=made.stopped(13))
    made.breakthrough(row, nurse, 13, grade=3)
    made.procedure(patient, nurse, date(2026, 9, 11))
    visit(reverse("patient", args=[patient.code]), nurse)
    page.get_by_role("link", name="History", exact=True).click()
    expect(page.get_by_role("heading", name="Desensitization history")).to_be_visible()
    first = page.locator(".line-cycle").last
    expect(first).to_contain_text("stopped at step\u00a013: clinical decision")
    expect(first.locator(".strip .cell")).to_have_count(16)
    expect(first.locator(".strip")).to_contain_text("steps 14 to 16: not reached")
    expect(page.get_by_role("img", name="To scale, from 2026-08-20 to 2026-09-11")).to_be_visible()
    assert checks.faults_on(page) == []
    link = first.get_by_role("link", name="step\u00a013: Brown\u00a03")
    link.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"/patients/{patient.code}/reactions/"))
    page.go_back()
    page.locator(".line-cycle").last.get_by_role("link", name="2026-08-20").click()
    expect(page).to_have_url(re.compile(reverse("procedure", args=[patient.code, row.code])))
