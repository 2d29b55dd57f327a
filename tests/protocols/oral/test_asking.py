"""Another template under edited rows: asked before they go, and never read in another unit."""

import pytest

from protocols.models import Template, Version
from tests.protocols.oral.scene import opened, opened_next, plain, saved

pytestmark = pytest.mark.django_db(transaction=True)


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
