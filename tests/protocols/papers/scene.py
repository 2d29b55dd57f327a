"""A version on its way to the ward, and the ways to its papers."""

from collections.abc import Mapping
from typing import Any

from django.test import Client
from django.urls import reverse

from desens.access.models import User
from protocols.models import Version
from tests.clinic import drafted, libraries, registered
from tests.printing.pdf import pages
from tests.protocols.lifecycle.steps import released, signed, verified


def released_version(
    allergist: User, pharmacist: User, dose: Mapping[str, str] | None = None, **patient: Any
) -> Version:
    """The published case, signed, verified and released; `dose` is what is prescribed otherwise."""
    libraries()
    version = drafted(registered(allergist, **patient), allergist, **(dose or {}))
    signed(version, allergist)
    verified(version, pharmacist)
    released(version, allergist)
    return version


def paper_of(client: Client, version: Version, name: str = "nursing_sheet") -> bytes:
    """The PDF as the browser gets it."""
    protocol = version.protocol
    answer = client.get(reverse(name, args=[protocol.patient.code, protocol.code, version.number]))
    assert answer.status_code == 200, answer.content.decode()
    assert answer["Content-Type"] == "application/pdf"
    return answer.content


def texts(pdf: bytes) -> list[str]:
    """Each page in one line, with plain blanks."""
    return [plain(page) for page in pages(pdf)]


def plain(text: str) -> str:
    """In one line, every blank a plain one."""
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())
