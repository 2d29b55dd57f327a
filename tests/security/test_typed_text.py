"""Who may not see identity finds it nowhere, though it was written into every field (safety.md H14)."""

import html
import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse

from desens.access.models import User
from desens.access.roles import GRANTS, Permission, Role
from desens.access.routes import site_routes
from desens.access.typed_text import typed
from tests.access.samples import sample_arguments
from tests.access.test_matrix import may_call
from tests.cast import client_of
from tests.review.department.test_export import saved
from tests.security.typed_text import SECRETS, betray, written_fields
from tests.security.written_about import strike, written_about

HIDDEN = "typed text, hidden without the identity permission"
LINK = re.compile(r'(?:href|src|srcset)="(/[^"#]*)')
PLACE = re.compile(r"\[([a-z]+\.[A-Za-z_.]+)\]")
#: Of the door, of no patient, or a picture of a schedule.
LEAVES = ("/account/", "/static/", "/library/", "/drugs/", "/unit/", "/figures/", "/trail/", "/live", "/ready")
PAPERS = (Permission.PRINT_SHEET, Permission.PRINT_REPORT)
#: Said by the event of the audit that goes with it; shown nowhere; not recorded of this patient, and shown as the rest.
APART = {
    *("patients.PatientState.note", "patients.JoiningUndone.reason"),
    *("reactions.SkinTestOpinionInError.reason", "patients.TreatmentLineEndInError.reason"),
    *("patients.NoKnownAllergiesInError.reason", "patients.NoInterferingMedicinesInError.reason"),
}


def read(client: Client, address: str) -> str | None:
    """What a page says, its head included; None where the person may not open it."""
    response = client.get(address)
    if response.status_code in (403, 405):
        return None
    assert response.status_code in (200, 302), f"{address}: {response.status_code}"
    return f"{html.unescape(b''.join(response).decode())}{dict(response.headers)}"


def crawled(user: User, first: str) -> Iterator[tuple[str, str]]:
    """(address, content) of a page and of all to which it leads."""
    client = client_of(user)
    seen, waiting = {first}, [first]
    while waiting:
        address = waiting.pop(0)
        content = read(client, address)
        if content is not None:
            yield address, content
            links = dict.fromkeys(link for link in LINK.findall(content) if not link.startswith(LEAVES))
            waiting += [link for link in links if link not in seen]
            seen.update(links)


def betrayals(content: str) -> list[str]:
    """Whatever of the patient a text says, and where that was written."""
    return [each for each in SECRETS if each in content] + PLACE.findall(content)


@pytest.fixture
def patient(allergist, pharmacist):
    found = written_about(allergist, pharmacist)
    betray()
    return found


@pytest.mark.only_on("sqlite")  # a rule of templates, three minutes of pages: once
def test_a_reviewer_reads_everything_but_what_was_written(patient, reviewer, identified_reviewer, allergist):
    first, told, hidden = reverse("patient", args=[patient.code]), set(), 0
    for _time in range(2):
        for address, content in crawled(reviewer, first):
            assert betrayals(content) == [], address
            hidden += content.count(HIDDEN)
        for _address, content in crawled(identified_reviewer, first):
            told |= set(PLACE.findall(content))
        strike(allergist)
        betray()
    assert hidden > 100
    assert {name for _model, _field, name in written_fields()} - told == APART
    assert {"audit.note", "audit.reason", "orders.premedication", "release.why", "signature.reasons"} <= told


def test_no_route_tells_a_reviewer_who_the_patient_is(reviewer, allergist):
    arguments = sample_arguments()
    betray()
    for route in site_routes():
        if may_call(reviewer, route) and getattr(route.view, "login_required", True) is not False:
            address = reverse(route.name, kwargs={name: arguments[name] for name in route.arguments})
            assert betrayals(read(client_of(reviewer), address) or "") == [], address


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_no_file_tells_a_reviewer_who_the_patient_is(patient, reviewer, identified_reviewer, kind, settings, tmp_path):
    settings.VAR = tmp_path
    told = {}
    for user in (reviewer, identified_reviewer):
        content = b"".join(saved(client_of(user), kind=kind).streaming_content)
        if kind == "xlsx":
            with ZipFile(BytesIO(content)) as parts:
                content = b"".join(parts.read(name) for name in parts.namelist())
        told[user] = betrayals(content.decode())
    assert told[reviewer] == []
    assert "procedures.Ending.reason" in told[identified_reviewer]


def test_who_prints_may_see_identity():
    """Every paper shows who the patient is, and what was written."""
    for role in Role:
        if GRANTS[role] & set(PAPERS):
            assert Permission.SEE_IDENTITY in GRANTS[role], role


def test_what_was_not_written_is_not_said_to_be_hidden(reviewer, identified_reviewer):
    assert typed("", reviewer) == ""
    assert typed("chills", reviewer) == HIDDEN
    assert typed("chills", None) == HIDDEN
    assert typed("chills", identified_reviewer) == "chills"
