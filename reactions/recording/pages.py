"""What the pages of reactions share: the patient at their head, the sketch of the form, the form itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit.looks import looked
from desens.unit.selectors import current
from patients.models import Patient
from patients.person import PersonRecords, records_of
from patients.selectors import identity
from reactions.models import Reaction, ReactionSketch
from reactions.observing import observed_of
from reactions.recording.form import ReactionForm, Setting
from reactions.recording.judged import Judged, judged, judged_form
from reactions.recording.opening import Opening, from_reaction, from_sketch, sent_again
from reactions.recording.sketching import kept_sketch, subject_of
from reactions.rules.observed import Observed

#: How many rows of treatment a page may be asked for.
MORE_ROWS = ("12", "18", "24", "30")
MAY = {
    "record": Permission.RECORD_REACTION,
    "grade": Permission.ASSESS,
    "mark_error": Permission.MARK_ERROR,
}


def head_of(request: PersonRequest, found: Patient, person: PersonRecords) -> dict[str, Any]:
    """The banner, and what the viewer may do; a record joined to another is only read."""
    today = timezone.localdate()
    may = {name: request.user.has(permission) for name, permission in MAY.items()}
    return {
        "identity": identity(found, viewer=request.user, on=today, person=person),
        "may": may if person.leading == found else {},
    }


def look(request: PersonRequest, found: Patient) -> PersonRecords:
    """Note that the patient's reactions were looked at; gives the records of the person."""
    at = timezone.now()
    looked(by=request.user, at=at, subject="reactions", subject_code=found.code, patient_code=found.code)
    return records_of(found)


def setting_of(request: PersonRequest, found: Patient, at: datetime) -> Setting:
    """For whom and when the form is filled."""
    decides = request.user.has(Permission.ASSESS)
    return Setting(born=found.birth_date, now=at, unit=current(), decides=decides)


@dataclass(frozen=True, kw_only=True)
class OpenedForm:
    """A form as it begins, what is judged of it, and the sketch it was filled from, if there is one."""

    form: ReactionForm
    judged: Judged
    sketch: ReactionSketch | None


def sent_form(request: PersonRequest, found: Patient) -> ReactionForm:
    """What was sent."""
    return ReactionForm(request.POST, setting=setting_of(request, found, timezone.now()))


def opened_form(request: PersonRequest, found: Patient, corrected: Reaction | None) -> OpenedForm:
    """Empty, or as the sketch has it, or with the reaction that is to be corrected."""
    setting = setting_of(request, found, timezone.now())
    make = partial(ReactionForm, setting=setting)
    subject = subject_of(found, corrected)
    if corrected is None:
        return opened_with(request, make, subject=subject, begin=Opening(), said=judged(Observed(), setting.unit))
    said = judged(observed_of(corrected), setting.unit)
    return opened_with(request, make, subject=subject, begin=from_reaction(corrected), said=said)


def opened_with(
    request: PersonRequest, make: Callable[..., ReactionForm], *, subject: str, begin: Opening, said: Judged
) -> OpenedForm:
    """As the sketch about the subject has it, else as it begins; `make` takes what a form takes."""
    sketch = kept_sketch(request, subject, at=timezone.now())
    if sketch is not None:
        begin, said = from_sketch(sketch.typed), judged_form(make(sent_again(sketch.typed)))
    at_least = request.GET.get("rows", "")
    form = make(initial=dict(begin.initial), rows=begin.rows, at_least=int(at_least) if at_least in MORE_ROWS else 0)
    return OpenedForm(form=form, judged=said, sketch=sketch)


def more_rows_of(request: PersonRequest, form: ReactionForm) -> HttpResponse:
    """The same page with more rows of treatment; what was typed comes back as a sketch."""
    rows = next((rows for rows in MORE_ROWS if int(rows) > len(form.rows)), MORE_ROWS[-1])
    return redirect(f"{request.path}?rows={rows}#treatment")
