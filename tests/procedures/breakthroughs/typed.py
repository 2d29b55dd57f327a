"""What a person types on the page of a breakthrough, all of it right."""

from typing import Any
from uuid import uuid4

from django.urls import reverse
from django.utils import timezone

from tests.procedures.records import START

TYPICAL: dict[str, Any] = {
    "culprit": "oxaliplatin",
    "started_on": "2026-11-10",
    "started_time": f"{timezone.localtime(START):%H:%M}",
    "onset": "90",
    "onset_unit": "minutes",
    "signs": ["urticaria"],
    "step": "13",
    "bag": "4",
    "dose_reached": "9,5",
    "dose_unit": "mg",
    "done_next": "paused",
    "rate_reached_unit": "mL/h",
    "duration_unit": "minutes",
    "t0-code": "oxygen",
}


def typed(**changes: Any) -> dict[str, Any]:
    """The typical breakthrough with a key of its own, or other values of some fields."""
    return {**TYPICAL, "entry_key": str(uuid4()), **changes}


def send(client, procedure, *, route="breakthrough_new", keys=(), **changes):
    return client.post(reverse(route, args=[procedure.patient.code, procedure.code, *keys]), typed(**changes))


def place(**changes: Any) -> dict[str, Any]:
    """The form of a tie, everything left to the reaction."""
    empty = ("step", "bag", "minute", "dose_reached", "dose_unit", "done_next", "hours_after_end")
    return {**dict.fromkeys(empty, ""), "entry_key": str(uuid4()), **changes}
