"""The sketch of a form: kept while one types, restored after a crash, dropped when it is recorded."""

from datetime import datetime

from django.utils import timezone

from desens.access.requests import PersonRequest
from procedures.models import ProcedureSketch
from procedures.recording.opening import typed_text
from procedures.recording.setting import Setting

FORM = "procedure"


def kept_sketch(request: PersonRequest, setting: Setting) -> ProcedureSketch | None:
    """What this person had typed of it, if it was kept and did not expire."""
    return ProcedureSketch.kept(user=request.user, form=FORM, subject_code=setting.subject_code, at=setting.now)


def keep_sketch(request: PersonRequest, setting: Setting) -> datetime | None:
    """Keep what was typed so far; None where it is too long to be kept."""
    at, typed = timezone.now(), typed_text(request.POST)
    try:
        ProcedureSketch.keep(user=request.user, form=FORM, subject_code=setting.subject_code, typed=typed, at=at)
    except ValueError:
        return None
    return at


def drop_sketch(request: PersonRequest, setting: Setting) -> None:
    """The sketch has become a record, or was thrown away."""
    subject = setting.subject_code
    ProcedureSketch.drop(user=request.user, form=FORM, subject_code=subject, at=timezone.now())
