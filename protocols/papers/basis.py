"""What a sheet says beside the frozen version: whose it is today, and how far the version has come."""

import hashlib
import json
from collections.abc import Mapping

from patients.selectors import Identity, MeasuredValue


def basis_of(who: Identity, state: Mapping[str, str]) -> str:
    """SHA-256 of the head's facts and the version's state; the age is left out, the birth date says it."""
    said = {
        "names": [who.family_name, who.given_name, who.shown_name, who.hospital_number, who.sex],
        "born": who.birth_date.isoformat() if who.birth_date else "",
        "measured": [_measured(value) for value in (who.weight, who.height)],
        "allergies": [[chip.substance, chip.status, chip.noted_on.isoformat()] for chip in who.allergies],
        "none known": who.none_known_on.isoformat() if who.none_known_on else "",
        "state": dict(state),
    }
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def _measured(value: MeasuredValue | None) -> list[str]:
    return [str(value.quantity), value.measured_on.isoformat()] if value else []
