"""What the pages of reactions share: the patient at their head, the sketch of the form, the form itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.forms import BoundField
from django.utils import timezone

from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit.looks import looked
from desens.unit.selectors import UnitSettings, current
from patients.models import Patient
from patients.person import PersonRecords, records_of
from patients.selectors import identity
from reactions.models import Reaction, ReactionSketch
from reactions.observing import observed_of
from reactions.recording.form import ReactionForm, Setting
from reactions.recording.opening import Opening, from_reaction, from_sketch, sent_again, typed_text
from reactions.recording.proposing import Proposal, differences, proposals
from reactions.rules.observed import Observed

FORM = "reaction"
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


def subject_of(found: Patient, corrected: Reaction | None) -> str:
    """What a sketch is about: the patient, and the reaction that is corrected."""
    return f"{found.code}:{corrected.entry_key}" if corrected else found.code


def setting_of(request: PersonRequest, found: Patient, at: datetime) -> Setting:
    """For whom and when the form is filled."""
    decides = request.user.has(Permission.ASSESS)
    return Setting(born=found.birth_date, now=at, unit=current(), decides=decides)


@dataclass(frozen=True, kw_only=True)
class Judged:
    """What the scales say of a form; `unread` are the fields that could not be read, so that nothing rests on them."""

    proposals: tuple[Proposal, ...]
    differences: tuple[str, ...]
    unread: Sequence[BoundField] = ()


@dataclass(frozen=True, kw_only=True)
class OpenedForm:
    """A form as it begins, what is judged of it, and the sketch it was filled from, if there is one."""

    form: ReactionForm
    judged: Judged
    sketch: ReactionSketch | None


def judged(observed: Observed, unit: UnitSettings, unread: Sequence[BoundField] = ()) -> Judged:
    """All scales."""
    said = proposals(observed, unit=unit)
    return Judged(proposals=said, differences=differences(observed, unit=unit), unread=unread)


def judged_form(form: ReactionForm) -> Judged:
    """All scales, of what was sent."""
    return judged(form.observed, form.setting.unit, form.unread)


def sent_form(request: PersonRequest, found: Patient) -> ReactionForm:
    """What was sent."""
    return ReactionForm(request.POST, setting=setting_of(request, found, timezone.now()))


def opened_form(request: PersonRequest, found: Patient, corrected: Reaction | None) -> OpenedForm:
    """Empty, or as the sketch has it, or with the reaction that is to be corrected."""
    at = timezone.now()
    setting = setting_of(request, found, at)
    sketch = ReactionSketch.kept(user=request.user, form=FORM, subject_code=subject_of(found, corrected), at=at)
    if sketch is not None:
        opening, said = from_sketch(sketch.typed), judged_form(ReactionForm(sent_again(sketch.typed), setting=setting))
    elif corrected is not None:
        opening, said = from_reaction(corrected), judged(observed_of(corrected), setting.unit)
    else:
        opening, said = Opening(), judged(Observed(), setting.unit)
    at_least = request.GET.get("rows", "")
    form = ReactionForm(
        initial=dict(opening.initial),
        rows=opening.rows,
        at_least=int(at_least) if at_least in MORE_ROWS else 0,
        setting=setting,
    )
    return OpenedForm(form=form, judged=said, sketch=sketch)


def keep_sketch(request: PersonRequest, found: Patient, corrected: Reaction | None) -> datetime | None:
    """Keep what was typed so far; None where it is too long to be kept."""
    at, subject = timezone.now(), subject_of(found, corrected)
    try:
        ReactionSketch.keep(user=request.user, form=FORM, subject_code=subject, typed=typed_text(request.POST), at=at)
    except ValueError:
        return None
    return at


def drop_sketch(request: PersonRequest, found: Patient, corrected: Reaction | None) -> None:
    """The sketch has become a record, or was thrown away."""
    at = timezone.now()
    ReactionSketch.drop(user=request.user, form=FORM, subject_code=subject_of(found, corrected), at=at)
