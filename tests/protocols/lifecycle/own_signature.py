"""A version whose prescriber may verify as well, and the row that would do it."""

from uuid import uuid4

from django.utils import timezone

from protocols.models import Meaning, Signature, VersionState
from protocols.version_state import standing_of
from tests.clinic import drafted, libraries, registered
from tests.protocols.lifecycle.steps import compared, signed


def signed_by(both):
    libraries()
    version = drafted(registered(both), both)
    signed(version, both)
    return version


def verification(version, by, **changes):
    """The row as it would be written, on the ground of a check of one's own that agreed."""
    held = {
        "version": version,
        "meaning": Meaning.VERIFIED,
        "person": by,
        "at": timezone.now(),
        "document": "{}",
        "sha256": "0" * 64,
        "prescription": version.signatures.get(meaning=Meaning.PRESCRIBED),
        "comparison": compared(version, by),
        "entry_key": uuid4(),
    }
    return Signature(**held | changes)


def still_signed(version):
    rows = Signature.objects.filter(version=version, meaning=Meaning.VERIFIED)
    return standing_of(version).state == VersionState.SIGNED and not rows.exists()
