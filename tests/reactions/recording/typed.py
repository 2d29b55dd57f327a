"""What a person types on the page of a reaction, all of it right."""

from typing import Any
from uuid import uuid4

from django.urls import reverse

TYPICAL: dict[str, Any] = {
    "culprit": "oxaliplatin",
    "exposure_number": "7",
    "started_on": "20261102",
    "started_time": "1030",
    "onset": "20",
    "onset_unit": "minutes",
    "onset_measured": "on",
    "occasion": "infusion",
    "dose_unit": "mg",
    "rate_reached_unit": "mL/h",
    "duration_unit": "minutes",
    "signs": ["facial-pruritus", "dyspnea", "altered-consciousness"],
    "sbp_mmhg": "70",
    "spo2_percent": "70",
    "t0-code": "epinephrine-im",
    "t0-drug": "epinephrine",
    "t0-dose": "0,5",
    "t0-dose_unit": "mg",
    "t0-when": "3",
    "t1-code": "oxygen",
    "scale": "brown",
}


def typed(**changes: Any) -> dict[str, Any]:
    """The typical reaction with a key of its own, or other values of some fields."""
    return {**TYPICAL, "entry_key": str(uuid4()), **{name.replace("__", "-"): each for name, each in changes.items()}}


def send(client, patient, *, route="reaction_record", keys=(), **changes):
    return client.post(reverse(route, args=[patient.code, *keys]), typed(**changes))
