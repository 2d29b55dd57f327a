"""any -> void: the version must not be given, and why. A new version is saved where one is needed."""

from datetime import datetime
from uuid import UUID

from desens.access.models import User
from protocols.lifecycle.arrows import require_first, write
from protocols.models import Version, Voiding
from protocols.version_state import Standing


def void(*, version: Version, reason: str, entry_key: UUID, by: User, at: datetime) -> Voiding:
    """Mark the version void; ArrowRefusedError where it is already."""
    row = Voiding(version=version, reason=reason, by=by, at=at, entry_key=entry_key)

    def guard(standing: Standing) -> None:
        require_first(standing.voiding)

    return write(row, guard=guard, by=by, action="voided version", after={"reason": reason})
