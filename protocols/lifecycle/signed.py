"""The texts that are signed: what a signature means, of which version, by whom and when (desens.audit.signed_text)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from desens.access.models import User
from desens.audit.signed_text import text_of
from desens.pages.version import VERSION
from protocols.models import Meaning, Version


def meaning_of(meaning: Meaning) -> str:
    """The sentence that stands above the password and in the signed text."""
    if meaning == Meaning.PRESCRIBED:
        return _("I prescribe this protocol for this patient as it is shown, with the reasons that I give.")
    return _("I checked this protocol myself, without seeing its figures first, and they agree with mine.")


def released_meaning() -> str:
    """What a release says."""
    return _("This protocol may be given once, on this date and in this place; what has to hold was checked.")


def document_of(version: Version, meaning: str, *, by: User, at: datetime, said: Mapping[str, Any]) -> str:
    """The canonical JSON of one signature or release."""
    return text_of(
        {
            "meaning": meaning,
            "signed_by": by.username,
            "signed_name": by.full_name,
            "signed_at": at,
            "patient": version.protocol.patient.code,
            "protocol": version.protocol.code,
            "number": version.number,
            "version_sha256": version.digest,
            "said": said,
            "version": VERSION,
        }
    )
