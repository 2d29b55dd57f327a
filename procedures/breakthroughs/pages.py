"""What the pages of breakthroughs share: the patient and the procedure at their head, and how the form begins."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit.looks import looked
from patients.models import Patient
from patients.person import PersonRecords, records_of
from patients.selectors import identity, patient_of
from procedures.breakthroughs.course import Course, course_of
from procedures.breakthroughs.selectors import procedure_of
from procedures.models import Procedure
from reactions.recording.opening import Opening

MAY = {"record": Permission.RECORD_PROCEDURE, "mark_error": Permission.MARK_ERROR}


@dataclass(frozen=True, kw_only=True)
class Subject:
    """Whose procedure, and what is known of its course."""

    found: Patient
    person: PersonRecords
    procedure: Procedure
    course: Course

    @property
    def in_error(self) -> bool:
        """Whether the procedure was a mistake, so that nothing is added to it."""
        return hasattr(self.procedure, "error")

    @property
    def keys(self) -> tuple[str, str]:
        """The codes in its addresses."""
        return self.found.code, self.procedure.code

    @property
    def told(self) -> str:
        """The procedure in a line."""
        words = {"drug": self.procedure.culprit, "day": self.course.particulars.day_text}
        return _("Desensitization to %(drug)s, %(day)s") % words


def subject_of(code: str, procedure_code: str) -> Subject:
    """The procedure of this code, of this person, or 404."""
    found = patient_of(code)
    person = records_of(found)
    procedure = procedure_of(person.ids, procedure_code)
    return Subject(found=found, person=person, procedure=procedure, course=course_of(procedure))


def look(request: PersonRequest, subject: Subject) -> None:
    """Note that the procedure was looked at."""
    code, patient_code = subject.procedure.code, subject.found.code
    looked(by=request.user, at=timezone.now(), subject="procedure", subject_code=code, patient_code=patient_code)


def head_of(request: PersonRequest, subject: Subject) -> dict[str, Any]:
    """The banner, the procedure, and what the viewer may do; a record joined to another is only read."""
    found, person = subject.found, subject.person
    may = {name: request.user.has(permission) for name, permission in MAY.items()}
    return {
        "identity": identity(found, viewer=request.user, on=timezone.localdate(), person=person),
        "may": may if person.leading == found and not subject.in_error else {},
        "subject": subject,
        "procedure": subject.procedure,
        "course": subject.course,
    }


def opening_of(subject: Subject, step: str) -> Opening:
    """What the procedure says already; `step` as an address may name it."""
    particulars, started = subject.course.particulars, subject.course.started_at
    planned = subject.course.planned
    initial: dict[str, Any] = {
        "culprit": subject.procedure.culprit,
        "started_on": particulars.day_text,
        "cycle_number": particulars.cycle_number,
        "dose_unit": planned.unit if planned is not None else "",
    }
    if started is not None:
        local = timezone.localtime(started)
        initial |= {"started_on": local.strftime("%Y-%m-%d"), "started_time": local.time()}
    if step.isdecimal() and step.isascii() and len(step) < 4:
        initial["step"] = int(step)
    return Opening(initial=initial)
