"""The ordered dose beside the banded or rounded one: typed, kept with its reason, shown to everybody after."""

import json

import pytest
from django.urls import reverse

from protocols.models import Version
from protocols.version_document import read_document
from tests.cast import client_of
from tests.clinic import libraries, registered, typed
from tests.number_linter import visible_text
from tests.protocols.editor_page import Editor
from tests.protocols.lifecycle.steps import signed

pytestmark = pytest.mark.django_db(transaction=True)

BANDED = {"ordered_dose": "1183.5", "dose_reason": "dose band 1200 of 2024"}
TOLD = "1183.5 mg · Ordered were 1183.5 mg; the target dose is 1200 mg, 1.394 % more: dose band 1200 of 2024."


@pytest.fixture
def patient(allergist):
    libraries()
    return registered(allergist)


def opened(client, patient, **changes):
    editor = Editor(client, reverse("protocol_new", args=[patient.code]))
    editor.send(**typed(entry_key=editor.values["entry_key"], **changes))
    return editor


def codes(document):
    return {finding.code: finding.level for finding in document.schedule.findings}


def plain(client, name, version):
    protocol = version.protocol
    html = client.get(reverse(name, args=[protocol.patient.code, protocol.code, version.number])).content.decode()
    return " ".join(visible_text(html.replace("\u202f", "")).split())


def test_both_doses_and_the_reason_are_kept_and_shown_wherever_it_is_signed_or_checked(
    patient, allergist, pharmacist, as_user
):
    client = as_user(allergist)
    editor = opened(client, patient, **BANDED)
    assert "1.394 % more: dose band" in " ".join(visible_text(editor.html).split())
    editor.send("save")
    version = Version.objects.get()
    stored = json.loads(version.document)["choices"]
    assert {name: stored[name] for name in BANDED} == BANDED
    assert codes(read_document(version.document))["dose-banded"] == "caution"
    assert TOLD in plain(client, "version", version)
    assert TOLD in plain(client, "version_sign", version)
    signed(version, allergist)
    assert TOLD in plain(client_of(pharmacist), "version_check", version)
    again = Editor(client, reverse("version_new", args=[patient.code, version.protocol.code]))
    assert {name: again.values[name] for name in BANDED} == BANDED


def test_a_dose_nobody_explains_or_far_from_the_order_is_signed_with_a_reason(patient, allergist, as_user):
    client = as_user(allergist)
    editor = opened(client, patient, ordered_dose="1199")
    assert "nobody wrote why" in editor.html
    editor.send("save")
    assert codes(read_document(Version.objects.get().document))["dose-unexplained"] == "sign-off"
    opened(client, patient, ordered_dose="1000", dose_reason="vial").send("save")
    assert codes(read_document(Version.objects.latest("id").document))["dose-banded"] == "sign-off"


def test_where_only_the_target_dose_was_typed_the_ordered_one_is_not_recorded(patient, allergist, as_user):
    client = as_user(allergist)
    opened(client, patient).send("save")
    version = Version.objects.get()
    assert "Ordered dose not recorded: only the target dose was typed" in plain(client, "version", version)
    opened(client, patient, ordered_dose="1200").send("save")
    version = Version.objects.latest("id")
    assert "Ordered dose 1200 mg · the target dose is the ordered one" in plain(client, "version", version)
    assert not codes(read_document(version.document)).keys() & {"dose-banded", "dose-unexplained"}


@pytest.mark.parametrize("wrong", ["0", "1.200", "-1", "abc", "1" * 20])
def test_what_cannot_be_read_stays_typed_and_nothing_is_saved(patient, allergist, as_user, wrong):
    editor = opened(as_user(allergist), patient, ordered_dose=wrong, dose_reason="kept words")
    assert editor.send("save").status_code == 200
    assert (editor.values["ordered_dose"], editor.values["dose_reason"]) == (wrong, "kept words")
    assert not Version.objects.exists()
