"""A line of a list: which patient, what, since when, and where it is done."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise

from patients.models import Patient
from patients.selectors import PatientRow, row_values
from protocols.models import Version
from protocols.targets import stored_target
from worklists.asked import Asked


@dataclass(frozen=True, kw_only=True)
class Line:
    """`since` or `day`: what the list is ordered by; `person` did it; `note` says what else must be known."""

    key: str
    patient: PatientRow
    what: str
    dose: str = ""
    number: int | None = None
    since: datetime | None = None
    day: date | None = None
    person: str = ""
    note: str | Promise = ""
    address: str


def version_line(version: Version, asked: Asked, *, at_page: str = "version", **values: Any) -> Line:
    """A line about a version; it leads to `at_page` of it."""
    protocol = version.protocol
    return Line(
        key=f"{protocol.code}-{version.number}",
        patient=seen(protocol.patient, asked),
        what=protocol.drug.name,
        dose=stored_target(version.document),
        number=version.number,
        address=reverse(at_page, args=[protocol.patient.code, protocol.code, version.number]),
        **values,
    )


def seen(patient: Patient, asked: Asked) -> PatientRow:
    """The patient as far as the viewer may see who it is."""
    return PatientRow(**row_values(patient, viewer=asked.viewer, on=asked.on))
