"""The step table edited in place, without JavaScript and with htmx; edits stay until somebody says that they go."""

import json
from fractions import Fraction

import pytest
from django.urls import reverse
from django.utils import timezone

from desens.access.roles import Role
from patients.models import Patient
from protocols.models import Protocol, Template, Version
from protocols.version_document import read_document
from tests.clinic import drafted, libraries, registered, typed
from tests.number_linter import lint, visible_text
from tests.protocols.editor_page import Editor

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def patient(allergist) -> Patient:
    libraries()
    return registered(allergist)


def opened(client, patient, **changes) -> Editor:
    """The editor of a new protocol with the published case typed in."""
    editor = Editor(client, reverse("protocol_new", args=[patient.code]))
    editor.send(**typed(entry_key=editor.values["entry_key"], **changes))
    return editor


def saved(number=1):
    return read_document(Version.objects.get(number=number).document)


def test_every_bag_and_step_stands_in_the_form_with_its_computed_cells(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient)
    assert [editor.values[f"step-{n}-rate"] for n in (1, 4, 16)] == ["2.5", "20", "80"]
    assert "step-17-rate" not in editor.values
    assert editor.values["bag-4-holds"] == "remainder"
    assert editor.texts["step-1-dose"] == "0.003"
    assert editor.texts["step-16-sum"] == "1\u202f200"
    assert lint(visible_text(editor.html)) == []


def test_an_edited_rate_is_computed_marked_and_saved_as_edited(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient)
    before = dict(editor.texts)
    editor.send(step__1__rate="5")
    assert editor.texts["step-1-dose"] == "0.006"
    assert "changed" in editor.styles["step-1-dose"]
    assert "changed" not in editor.styles["step-1-fold"]
    assert editor.texts["step-16-sum"] == before["step-16-sum"]
    assert "Edited by hand." in editor.html
    assert editor.send("save").status_code == 302
    document = saved()
    assert document.edited
    assert document.specification.steps[0].rate_ml_h == 5
    assert [finding.code for finding in document.schedule.findings if finding.code == "plan-edited"] == ["plan-edited"]
    assert document.schedule.total_dose == 1200


def test_steps_are_inserted_before_and_after_any_and_removed(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient)
    editor.send("insert-step-0")
    editor.send("insert-step-17")
    assert [editor.values[f"step-{n}-rate"] for n in (1, 2, 18)] == ["2.5", "2.5", "80"]
    editor.send("remove-step-18")
    assert "Edited by hand." in editor.html
    editor.send("remove-step-1")
    assert "Edited by hand." not in editor.html
    editor.send("save")
    assert not saved().edited


def test_a_bag_is_inserted_filled_and_used(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient)
    editor.send("insert-bag-4")
    assert "Only the last bag can hold what remains to the target." in editor.html
    changes = {"bag__4__holds": "amount", "bag__4__figure": "900", "bag__5__holds": "remainder", "step__16__bag": "5"}
    editor.send(**changes)
    assert editor.texts["bag-4-strength"] == "3.6"
    assert "<table" in editor.html
    editor.send("save")
    assert len(saved().specification.solutions) == 5


def test_what_is_wrong_stands_beside_its_cell_and_nothing_typed_is_lost(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient)
    response = editor.send("save", step__3__rate="1.500", step__5__minutes="quarter", bag__1__volume="0")
    assert response.status_code == 200
    assert "could mean 1.5 or 1500" in editor.texts["step-3-rate_wrong"]
    assert "Type a number such as" in editor.texts["step-5-minutes_wrong"]
    assert editor.texts["bag-1-volume_wrong"] == "Type a number above 0."
    assert "Step 3, rate" in visible_text(editor.html)
    assert [editor.values[name] for name in ("step-3-rate", "step-5-minutes", "bag-1-volume")] == [
        "1.500",
        "quarter",
        "0",
    ]
    assert not Protocol.objects.exists()
    editor.send(step__3__rate="5", step__5__minutes="15", bag__1__volume="250")
    assert editor.texts["step-3-rate_wrong"] == ""
    editor.send(target_dose="")
    assert editor.values["step-3-rate"] == "5"
    assert editor.texts["step-3-dose"] == "\u2013"


def test_htmx_gets_the_cells_that_changed_and_never_the_inputs(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient)
    answer = editor.typed(step__1__rate="5")
    assert answer.texts["step-1-dose"] == "0.006"
    assert "step-1-rate" not in answer.values
    assert "step-1-fold" not in answer.texts
    wrong = editor.typed(step__1__rate="x")
    assert "Type a number such as" in wrong.texts["step-1-rate_wrong"]
    editor.send(step__1__rate="5")
    rows = editor.typed(action="insert-step-1")
    assert rows.values["step-17-rate"] == "80"
    assert 'hx-swap-oob="true"' in editor.answer


@pytest.mark.parametrize(
    "choice",
    [
        {"template": "generic-12-step"},
        {"target_dose": "600"},
        {"bag_volume_ml": "100"},
        {"final_rate_ml_h": "40"},
        {"rates": "last", "final_rate_ml_h": "100"},
    ],
)
def test_changed_choices_ask_before_edits_are_thrown_away(patient, allergist, as_user, choice):
    editor = opened(as_user(allergist), patient)
    editor.send(step__1__rate="5")
    assert editor.send("save", **choice).status_code == 200
    assert "Keep my changes" in editor.html
    assert editor.values["step-1-rate"] == "5"
    assert not Version.objects.exists()
    editor.send("save")
    assert not Version.objects.exists()
    asked = editor.html
    editor.send("keep")
    assert "Keep my changes" not in editor.html
    assert editor.values["step-1-rate"] == "5"
    editor.read(asked)
    editor.send("anew")
    assert "Edited by hand." not in editor.html
    assert editor.values["step-1-rate"] != "5" or choice.get("template")
    assert editor.send("save").status_code == 302
    assert not saved().edited


def test_kept_edits_are_saved_with_the_new_choices(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient)
    editor.send(step__1__rate="5")
    editor.send(target_dose="600")
    editor.send("keep")
    editor.send("save")
    document = saved()
    assert (document.edited, document.schedule.total_dose) == (True, 600)
    assert document.specification.steps[0].rate_ml_h == 5


def test_a_plan_that_nobody_edited_follows_the_choices_without_asking(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient)
    editor.send(target_dose="600")
    assert "Keep my changes" not in editor.html
    assert editor.texts["step-16-sum"] == "600"
    editor.send(template="generic-12-step")
    assert "step-13-rate" not in editor.values
    answer = editor.typed(template="atezolizumab-bevacizumab-16-step")
    assert answer.values["step-16-rate"] == "80"


def test_the_next_version_goes_on_with_the_edited_plan(patient, allergist, as_user):
    client = as_user(allergist)
    editor = opened(client, patient)
    editor.send("save", step__1__rate="5")
    protocol = Protocol.objects.get()
    again = Editor(client, reverse("version_new", args=[patient.code, protocol.code]))
    assert again.values["step-1-rate"] == "5"
    assert again.texts["step-1-dose"] == "0.006"
    assert "Keep my changes" not in again.html
    again.send("save", step__2__rate="6")
    second = saved(2)
    assert [step.rate_ml_h for step in second.specification.steps[:2]] == [5, 6]
    assert (second.edited, second.cycle) == (True, 1)


def test_a_figure_without_end_stays_exact_when_another_is_edited(patient, allergist, as_user):
    client = as_user(allergist)
    editor = opened(client, patient, final_rate_ml_h="70", template="atezolizumab-bevacizumab-12-step")
    editor.send(step__1__minutes="30")
    editor.send("save")
    protocol = Protocol.objects.get()
    before = saved().specification
    again = Editor(client, reverse("version_new", args=[patient.code, protocol.code]))
    again.send("save", step__2__minutes="30")
    assert saved(2).specification.steps[2:] == before.steps[2:]
    assert saved(2).specification.solutions == before.solutions


def test_a_template_with_a_newer_revision_asks_whether_the_stored_plan_is_kept(patient, allergist, as_user):
    version = drafted(patient, allergist)
    old = version.template
    content = json.loads(old.content)
    content["steps"][0]["minutes"] = "30"
    Template.objects.create(
        slug=old.slug, title=old.title, revision=99, content=json.dumps(content), loaded_at=timezone.now()
    )
    editor = Editor(as_user(allergist), reverse("version_new", args=[patient.code, version.protocol.code]))
    assert "Keep my changes" in editor.html
    assert editor.values["step-1-minutes"] == "15"
    editor.send("anew")
    assert editor.values["step-1-minutes"] == "30"


def test_the_same_key_with_another_plan_is_refused(patient, allergist, as_user):
    editor = opened(as_user(allergist), patient)
    first = dict(editor.values)
    editor.send("save", step__1__rate="5")
    editor.values = first
    assert editor.send("save", step__1__rate="6").status_code == 409
    assert saved().specification.steps[0].rate_ml_h == Fraction(5)


def test_only_an_allergist_edits(patient, nurse, pharmacist, as_user):
    for user in (nurse, pharmacist):
        assert Role.ALLERGIST not in user.roles
        assert as_user(user).post(reverse("protocol_new", args=[patient.code]), typed()).status_code == 403
