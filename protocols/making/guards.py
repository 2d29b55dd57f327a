"""Of which versions bags are made."""

from datetime import datetime

from django.utils import timezone

from patients.services import require_prescribable
from protocols.lifecycle.arrows import require_alive
from protocols.lifecycle.refusals import ArrowRefusedError
from protocols.lifecycle.reopened import require_not_reopened
from protocols.models import Version
from protocols.releasing.until import has_passed
from protocols.version_document import VersionDocument
from protocols.version_state import Standing, standing_of


def require_makeable(version: Version, document: VersionDocument, *, at: datetime) -> None:
    """Released, infused, still to be given, and nothing came since; ArrowRefusedError where it is not so."""
    require_prescribable(version.protocol.patient)
    standing = standing_of(version)
    require_released(standing)
    if has_passed(standing.release, document.schedule, on=timezone.localdate(at)):
        raise ArrowRefusedError("passed")
    require_not_reopened(version, document, at=at)


def require_released(standing: Standing) -> None:
    """Neither void nor superseded, and released."""
    require_alive(standing)
    if standing.release is None:
        raise ArrowRefusedError("not-released")
