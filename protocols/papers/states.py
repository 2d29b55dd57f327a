"""What a sheet says of itself."""

from datetime import datetime

from django.utils import timezone

from protocols.documents.sheet_head import State
from protocols.lifecycle.reopened import may_be_given
from protocols.models import VersionState
from protocols.releasing.until import has_passed
from protocols.selectors import ShownVersion

STATES: dict[VersionState, State] = {
    VersionState.RELEASED: "valid",
    VersionState.SUPERSEDED: "superseded",
    VersionState.VOID: "void",
}


def paper_state(shown: ShownVersion, *, at: datetime) -> State:
    """Valid only released, until its date has passed, and while nothing came since that keeps it from being given."""
    state = STATES.get(shown.state, "draft")
    if state != "valid":
        return state
    if has_passed(shown.standing.release, shown.document.schedule, on=timezone.localdate(at)):
        return "passed"
    return "valid" if may_be_given(shown.row, shown.document, at=at) else "draft"
