"""A version released for yesterday, and the form of what was given, filled in as at the bedside."""

import re
from datetime import timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from desens.access.models import User
from patients.models import Patient
from procedures.models import Procedure
from protocols.models import Version
from tests.clinic import drafted, libraries, registered
from tests.protocols.lifecycle.steps import released, signed, verified

HIDDEN = re.compile(r'type="hidden" name="(entry_key|seen|told)"(?: value="([^"]*)")?')


def released_version(
    by: User, second: User, patient: Patient | None = None, *, days_ago: int = 1, **changes: str
) -> Version:
    """Sixteen steps of atezolizumab, released for a day that has come."""
    libraries()
    version = drafted(patient or registered(by), by, **changes)
    signed(version, by)
    verified(version, second)
    released(version, by, planned_on=timezone.localdate() - timedelta(days=days_ago))
    return version


def address(version: Version, name: str = "procedure_given") -> str:
    protocol = version.protocol
    return reverse(name, args=[protocol.patient.code, protocol.code, version.number])


def page_of(procedure: Procedure, name: str = "procedure") -> str:
    return reverse(name, args=[procedure.patient.code, procedure.code])


def hidden(page: str) -> dict[str, str]:
    """What the page sends by itself."""
    return dict(HIDDEN.findall(page))


def typed(page: str, **changes: str) -> dict[str, str]:
    """All steps as planned from 08:00, tolerated; a double underscore stands for the hyphen of a row's field."""
    whole: dict[str, Any] = {
        "day": (timezone.localdate() - timedelta(days=1)).isoformat(),
        "started": "0800",
        "place": "day hospital",
        "cycle_number": "1",
        "delivered_unit": "mg",
        "as_planned": "on",
        "outcome": "tolerated",
    }
    return hidden(page) | whole | {name.replace("__", "-"): value for name, value in changes.items()}


def recorded_from(client: Client, version: Version, **changes: str) -> Procedure:
    """What was typed, recorded."""
    page = client.get(address(version)).content.decode()
    answer = client.post(address(version), typed(page, **changes))
    assert answer.status_code == 302
    return Procedure.objects.get(version=version, error=None)
