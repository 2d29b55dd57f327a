"""An oral protocol through the form: the published regimen as published, and its edits."""

from fractions import Fraction

import pytest

from protocols.models import Template
from protocols.selectors import entry_content
from protocols.version_document import document_text, read_document
from tests.number_linter import lint, visible_text
from tests.protocols.oral.scene import PENICILLIN, drafted, opened, plain, saved

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_published_regimen_is_stored_as_the_published_table(patient, allergist, as_user):
    version = drafted(as_user(allergist), patient)
    document = read_document(version.document)
    printed = entry_content(Template.objects.get(slug="alectinib-case")).printed.rows
    days = {day.day: day for day in document.schedule.days}
    for first, last, morning, evening in printed:
        for day in range(int(first), int(first if last == "open" else last) + 1):
            assert [dose.dose for dose in days[day].doses] == [Fraction(morning), Fraction(evening)]
    assert max(days) == 24
    assert document.schedule.open_ended
    assert (document.edited, document.is_infused, document.schema) == (False, False, 4)
    assert document.orders.intended_on.isoformat() == "2026-12-01"
    assert document_text(document) == version.document


def test_the_calendar_shows_dates_units_totals_and_rises(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient)
    page = plain(editor.html)
    for text in ("2026-12-01", "2026-12-24", "1 x 150 mg", "4 x 150 mg", "24 and on"):
        assert text in page, text
    assert lint(visible_text(editor.html)) == []


def test_edits_follow_at_once_by_htmx_and_are_saved(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient)
    answer = editor.typed(phase__1__dose="40")
    assert "must be compounded" in editor.answer
    assert "Edited by hand." in editor.answer
    assert answer.values["plan-said"] == "True False True mg"
    assert 'id="plan"' not in editor.answer
    editor.send(phase__1__dose="40")
    editor.send("save")
    document = saved()
    assert document.edited
    codes = {finding.code for finding in document.schedule.findings}
    assert {"must-be-compounded", "oral-plan-edited"} <= codes


def test_more_than_tenfold_over_the_day_before_asks_for_a_signature(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient)
    editor.send(phase__1__dose="10")
    assert "is 30 times that of the day before" in plain(editor.html)


def test_single_doses_at_intervals(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient, drug="phenoxymethylpenicillin", template=PENICILLIN)
    assert editor.values["solution-1-concentration"]
    editor.send("insert-dose-14")
    assert "dose-15-dose" in editor.values
    editor.send("remove-dose-15")
    editor.send("save")
    document = saved()
    assert not document.edited
    assert len(document.schedule.steps) == 14
