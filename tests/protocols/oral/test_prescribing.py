"""An oral protocol through the form: the published regimen as published, edits, what is wrong beside its cell."""

from fractions import Fraction
from uuid import uuid4

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from patients.models import Patient
from protocols.models import Protocol, Template, Version
from protocols.selectors import entry_content
from protocols.version_document import document_text, read_document
from tests.clinic import drafted as infused
from tests.clinic import libraries, registered
from tests.number_linter import lint, visible_text
from tests.protocols.editor_page import Editor
from tests.protocols.oral.scene import PENICILLIN, address_of, drafted, opened, saved
from tests.queries import queries_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def patient(allergist) -> Patient:
    libraries()
    return registered(allergist)


def plain(html):
    return " ".join(visible_text(html).replace("\u202f", " ").replace("\u00a0", " ").split())


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
    assert (document.edited, document.is_infused, document.schema) == (False, False, 3)
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
    assert answer.values["plan-said"] == "True False True"
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


@pytest.mark.parametrize(
    ("cell", "typed", "message"),
    [
        ("phase-1-first", "2", "The first phase begins on day 1."),
        ("phase-2-first", "4", "begin on that day"),
        ("phase-2-last", "", "only the last phase can go on"),
        ("phase-3-last", "7", "before day 8"),
        ("phase-1-dose", "1.500", "could mean 1.5 or 1500"),
        ("phase-1-dose", "0", "above 0"),
        ("phase-1-times", "5", "how often a day"),
        ("phase-1-noon", "5", "not both"),
        ("phase-2-last", "9999", "whole number from 1 to 366"),
        ("head-1-target", "x", "Type a number"),
        ("head-1-strengths", "150; x", "Type a number"),
    ],
)
def test_what_is_wrong_stands_beside_its_cell_and_what_was_typed_stays(
    patient, allergist, as_user, cell, typed, message
):
    editor = opened(as_user(allergist), patient)
    response = editor.send("save", **{cell.replace("-", "__"): typed})
    assert response.status_code == 200
    wrong = {name: text for name, text in editor.texts.items() if name.endswith("_wrong") and text.strip()}
    assert any(message in text for text in wrong.values()), wrong
    assert editor.values[cell] == typed
    assert not Version.objects.exists()


def test_phases_are_inserted_and_removed_and_the_days_after_move(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient)
    editor.send("insert-phase-2")
    assert [editor.values[f"phase-{n}-first"] for n in range(1, 7)] == ["1", "3", "8", "13", "21", "29"]
    editor.send("remove-phase-2")
    editor.send("insert-phase-5")
    assert [editor.values[f"phase-{n}-last"] for n in (5, 6)] == ["24", ""]
    editor.send("remove-phase-6")
    assert "Edited by hand." not in editor.html
    editor.send("save")
    assert not saved().edited


def test_another_template_asks_before_edits_go(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient)
    editor.send(phase__1__dose="75")
    editor.send(template="alectinib-anderson")
    assert "Keep what you edited?" in editor.html
    assert editor.values["phase-1-dose"] == "75"
    editor.send("save")
    assert not Version.objects.exists()
    editor.send("anew")
    assert editor.values["phase-1-dose"] == "37.5"
    assert editor.values["head-1-target"] == "600"
    editor.send("save")
    assert not saved().edited


def test_another_template_without_edits_is_built_at_once(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient)
    editor.send(template="alectinib-anderson")
    assert "Keep what you edited?" not in editor.html
    assert editor.values["phase-1-dose"] == "37.5"


def test_rows_are_never_read_in_another_unit(patient, allergist, as_user):
    anderson = Template.objects.get(slug="alectinib-anderson")
    content = anderson.content.replace('"mg"', '"mcg"')
    assert content != anderson.content
    given = {name: getattr(anderson, name) for name in ("title", "origin", "loaded_at")}
    Template.objects.create(slug="in-mcg", revision=1, content=content, **given)
    editor = opened(as_user(allergist), patient)
    editor.send(phase__1__dose="75")
    for action in ("preview", "keep", "save"):
        editor.send(action, template="in-mcg")
        assert "they cannot be kept with it" in plain(editor.html), action
        assert "Keep my changes" not in editor.html
        assert "2026-12-24" not in editor.html
    assert not Version.objects.exists()
    editor.send("anew")
    assert "they cannot be kept with it" not in plain(editor.html)


def test_rows_of_a_template_with_another_revision_ask_before_they_are_kept(patient, allergist, as_user):
    client = as_user(allergist)
    edited = opened(client, patient)
    edited.send("save", phase__1__dose="75")
    version = Version.objects.get()
    row = version.template
    Template.objects.create(
        **{name: getattr(row, name) for name in ("slug", "title", "content", "origin", "loaded_at")},
        revision=row.revision + 1,
    )
    editor = opened_next(client, version)
    assert "Keep my changes" in editor.html
    editor.send("keep")
    assert "Keep my changes" not in editor.html


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


def test_the_next_version_begins_with_the_stored_plan(patient, allergist, as_user):
    client = as_user(allergist)
    version = drafted(client, patient)
    response = client.get(address_of(version).replace("/1/", "/new/"))
    assert response.headers["Location"].endswith("/oral/")
    editor = opened_next(client, version)
    assert "Edited by hand." not in editor.html
    editor.send("save", phase__1__dose="75")
    assert saved(2).edited
    stale = {"entry_key": str(uuid4())}
    assert editor.send("save", phase__1__dose="300", **stale).status_code == 200
    assert "Not saved: somebody saved meanwhile" in editor.html


def opened_next(client, version):
    protocol = version.protocol
    return Editor(client, reverse("oral_version_new", args=[protocol.patient.code, protocol.code]))


def test_another_cycle_is_copied_from_a_version(patient, allergist, as_user):
    client = as_user(allergist)
    version = drafted(client, patient)
    name = f"{version.protocol.code}/1"
    response = client.get(reverse("protocol_new", args=[patient.code]) + f"?copy={name}")
    assert response.status_code == 302
    editor = Editor(client, response.headers["Location"])
    assert editor.values["intended_on"] == ""
    editor.send("save")
    copied = read_document(Version.objects.order_by("-id")[0].document)
    assert (copied.cycle, copied.copied_from) == (2, name)


def test_an_infusion_has_no_oral_editor(patient, allergist, as_user):
    version = infused(patient, allergist)
    address = reverse("oral_version_new", args=[patient.code, version.protocol.code])
    assert as_user(allergist).get(address).url == reverse("version_new", args=[patient.code, version.protocol.code])
    copied = reverse("oral_new", args=[patient.code]) + f"?copy={version.protocol.code}/1"
    assert as_user(allergist).get(copied).status_code == 404


CELLS = ("head-1-target", "head-1-strengths", "phase-1-first", "phase-1-last", "phase-2-dose", "phase-3-times")


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.dictionaries(st.sampled_from(CELLS), st.text(max_size=20)), st.text(max_size=20), st.text(max_size=12))
def test_any_input_gives_a_page(patient, allergist, as_user, cells, action, day):
    client = as_user(allergist)
    sent = {"drug": "alectinib", "template": "alectinib-case", "intended_on": day, "action": action}
    sent |= {
        "plan-from": "alectinib-case 1 mg",
        "phase-1-first": "1",
        "phase-1-last": "",
        "phase-1-dose": "150",
        "phase-1-times": "2",
    } | cells
    assert client.post(reverse("oral_new", args=[patient.code]), sent).status_code == 200
    assert not Protocol.objects.exists()


def test_the_last_date_there_is_gives_no_error(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient, intended_on="9999-12-31")
    assert "9999-12-31" in editor.html


def phases(count):
    days = {f"phase-{n}-{part}": str(n) for n in range(1, count + 1) for part in ("first", "last")}
    doses = {f"phase-{n}-dose": "600" for n in range(1, count + 1)} | {f"phase-{n}-times": "2" for n in range(1, 4)}
    return (
        days
        | doses
        | {"plan-from": "alectinib-case 1 mg"}
        | {"head-1-target": "1200", "head-1-strengths": "150", "head-1-interval": ""}
    )


def test_the_number_of_queries(patient, allergist, as_user):
    client = as_user(allergist)
    address = reverse("oral_new", args=[patient.code])
    client.get(address)
    sent = {"drug": "alectinib", "template": "alectinib-case", "entry_key": "6f1f4a5e-7a8e-4b57-8a41-0a3a3c3f8a11"}
    one, three = (queries_of(lambda rows=rows: client.post(address, sent | phases(rows))) for rows in (1, 3))
    assert (queries_of(lambda: client.get(address)), one, three) == (22, 40, 40)
