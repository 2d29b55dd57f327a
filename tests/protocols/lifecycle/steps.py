"""A version taken along its arrows, by the same services as real work."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from desens.access.models import User
from protocols.checking.entered import entered_text
from protocols.checking.stock import Stock
from protocols.lifecycle.arrows import write
from protocols.lifecycle.releasing import Procedure, release
from protocols.lifecycle.sign_offs import sign_offs
from protocols.lifecycle.signing import sign
from protocols.lifecycle.verifying import verify
from protocols.lifecycle.voiding import void
from protocols.models import Comparison, Release, Signature, Version, Voiding
from protocols.version_document import read_document

PLANNED_ON = timezone.localdate() + timedelta(days=3)


def reasons(version: Version, reason: str = "given so for years") -> dict[str, str]:
    """One reason for every finding that asks."""
    document = read_document(version.document)
    return {asked.key: reason for asked in sign_offs(document.schedule.findings)}


def signed(version: Version, by: User, **changes: Any) -> Signature:
    """draft -> signed."""
    said = {"reasons": reasons(version), "digest": version.digest, "entry_key": uuid4(), "at": timezone.now()}
    return sign(version=version, by=by, **(said | changes))


def compared(version: Version, by: User, difference: str = "") -> Comparison:
    """One blind check, which agrees unless told how it differs."""
    row = Comparison(
        version=version,
        person=by,
        at=timezone.now(),
        entered=entered_text({}, Stock(product="", strength=None, bags=frozenset())),
        agrees=not difference,
        difference=difference,
        entry_key=uuid4(),
    )
    return write(row, guard=lambda standing: None, by=by, action="checked version", after={})


def verified(version: Version, by: User, **changes: Any) -> Signature:
    """signed -> verified."""
    said = {"entry_key": uuid4(), "at": timezone.now()} | changes
    comparison = said.pop("comparison", None) or compared(version, by)
    return verify(version=version, comparison=comparison, by=by, **said)


def released(version: Version, by: User, planned_on: date = PLANNED_ON, **changes: Any) -> Release:
    """verified -> released."""
    procedure = Procedure(planned_on=planned_on, place="day hospital", patients_per_nurse=1, checked={})
    return release(
        version=version, procedure=procedure, by=by, **({"entry_key": uuid4(), "at": timezone.now()} | changes)
    )


def voided(version: Version, by: User, reason: str = "other patient") -> Voiding:
    """any -> void."""
    return void(version=version, reason=reason, entry_key=uuid4(), by=by, at=timezone.now())
