"""What the pages of skin tests share: the patient at their head, and the session through the patient."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit.looks import looked
from patients.models import Patient
from patients.person import PersonRecords, records_of
from patients.selectors import identity, patient_of
from reactions.models import SkinTestSession
from reactions.skin_tests.selectors import session_of

MAY = {
    "record": Permission.RECORD_TEST,
    "assess": Permission.ASSESS,
    "mark_error": Permission.MARK_ERROR,
    "print": Permission.PRINT_SHEET,
}


@dataclass(frozen=True, kw_only=True)
class Opened:
    """The patient of the address, and the records of the person."""

    patient: Patient
    person: PersonRecords


def opened(request: PersonRequest, code: str) -> Opened:
    """The patient's skin tests, noted as looked at."""
    found = patient_of(code)
    looked(by=request.user, at=timezone.now(), subject="skin tests", subject_code=found.code, patient_code=found.code)
    return Opened(patient=found, person=records_of(found))


def session_opened(request: PersonRequest, code: str, session_key: str) -> tuple[Opened, SkinTestSession]:
    """One session of the patient, or 404; noted as looked at."""
    at = opened(request, code)
    return at, session_of(at.person.ids, session_key)


def head(request: PersonRequest, at: Opened) -> dict[str, Any]:
    """The banner, and what the viewer may do; a record joined to another is only read."""
    may = {name: request.user.has(permission) for name, permission in MAY.items()}
    today = timezone.localdate()
    return {
        "identity": identity(at.patient, viewer=request.user, on=today, person=at.person),
        "may": may if at.person.leading == at.patient else {},
    }


def entry_of(request: PersonRequest, form: Any) -> dict[str, Any]:
    """Who sends a form, when, under which key."""
    return {"entry_key": form.cleaned_data["entry_key"], "by": request.user, "at": timezone.now()}
