"""The sketch of a form: kept while one types, restored after a crash, dropped when it is recorded."""

from datetime import datetime

from django.utils import timezone

from desens.access.requests import PersonRequest
from patients.models import Patient
from reactions.models import Reaction, ReactionSketch
from reactions.recording.opening import typed_text

FORM = "reaction"


def subject_of(found: Patient, corrected: Reaction | None) -> str:
    """What a sketch is about: the patient, and the reaction that is corrected."""
    return f"{found.code}:{corrected.entry_key}" if corrected else found.code


def kept_sketch(request: PersonRequest, subject: str, *, at: datetime) -> ReactionSketch | None:
    """What this person had typed about the subject, if it was kept and did not expire."""
    return ReactionSketch.kept(user=request.user, form=FORM, subject_code=subject, at=at)


def keep_sketch(request: PersonRequest, subject: str) -> datetime | None:
    """Keep what was typed so far; None where it is too long to be kept."""
    at = timezone.now()
    try:
        ReactionSketch.keep(user=request.user, form=FORM, subject_code=subject, typed=typed_text(request.POST), at=at)
    except ValueError:
        return None
    return at


def drop_sketch(request: PersonRequest, subject: str) -> None:
    """The sketch has become a record, or was thrown away."""
    ReactionSketch.drop(user=request.user, form=FORM, subject_code=subject, at=timezone.now())
