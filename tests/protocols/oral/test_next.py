"""The next version and the next cycle of an oral protocol."""

from uuid import uuid4

import pytest
from django.urls import reverse

from protocols.models import Version
from protocols.version_document import read_document
from tests.clinic import drafted as infused
from tests.protocols.editor_page import Editor
from tests.protocols.oral.scene import address_of, drafted, opened_next, saved

pytestmark = pytest.mark.django_db(transaction=True)


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
    infusions = reverse("protocol_new", args=[patient.code])
    assert as_user(allergist).get(copied).url.startswith(f"{infusions}?copy={version.protocol.code}")
    assert (
        as_user(allergist).post(copied.partition("?")[0], {"copied_from": f"{version.protocol.code}/1"}).status_code
        == 404
    )
