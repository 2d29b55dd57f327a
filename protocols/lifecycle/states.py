"""What a sheet says of itself."""

from datetime import datetime

from protocols.documents.sheet_head import State
from protocols.lifecycle.reopened import reopenings
from protocols.models import VersionState
from protocols.selectors import ShownVersion

STATES: dict[VersionState, State] = {
    VersionState.RELEASED: "valid",
    VersionState.SUPERSEDED: "superseded",
    VersionState.VOID: "void",
}


def paper_state(shown: ShownVersion, *, at: datetime) -> State:
    """Valid only released, and while nothing reopened its signing."""
    state = STATES.get(shown.state, "draft")
    return "draft" if state == "valid" and reopenings(shown.row, shown.document, at=at) else state
