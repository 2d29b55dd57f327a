"""Every write about bags that were made."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import SuspiciousOperation
from django.db import IntegrityError

from desens.access.models import User
from desens.audit.recording import Recorder, recording
from desens.pages.times import date_text
from desens.records.once import OtherContentError, find_entry, insert_once
from protocols.lifecycle.refusals import ArrowRefusedError
from protocols.making.entered import NewBags, NewLot, any_expired
from protocols.making.guards import require_makeable
from protocols.making.refusing import refuse_already, require_reason
from protocols.making.selectors import standing_made
from protocols.models import BagsMade, BagsMadeInError, BagsMadeLot, BagsMeaning, BagsSignature, Version
from protocols.papers.stability import least_hours, stability_of, stable_until
from protocols.preparation_presenting import chosen_product
from protocols.version_document import read_document


def record_bags(*, version: Version, new: NewBags, entry_key: UUID, by: User, at: datetime) -> BagsMade:
    """Keep how the bags were made, once however often it is sent; who enters it is who prepared them.

    Raises ArrowRefusedError where the version may not be made, where bags are recorded already, where a lot expires
    before the bags are used, and where they are used beyond the stated stability without a reason.
    """
    if new.unnamed or new.use_by <= new.prepared_at:
        raise ValueError("bags without a lot of their drug and diluent, or used before they are made")
    try:
        with recording(by=by, at=at) as record:
            allowed = _allowed(version, new, entry_key, at=at)
            row = BagsMade(version=version, entry_key=entry_key, **_moments(new), **allowed)
            stored, created = insert_once(row)
            if created:
                _complete(record, stored, new, by=by, at=at)
            _require_same(stored, version, new)
            return stored
    except IntegrityError:
        refuse_already(standing_made(version))
        raise


def mark_bags(*, made: BagsMade, reason: str, entry_key: UUID, by: User, at: datetime) -> BagsMadeInError:
    """Mark a record as entered in error: it stays, struck, and the bags may be recorded anew.

    Of two people who mark it, the second is given the first one's mark.
    """
    mark = BagsMadeInError(entry=made, reason=reason, entry_key=entry_key, marked_by=by, marked_at=at)
    try:
        with recording(by=by, at=at) as record:
            stored, created = insert_once(mark)
            if stored.entry_id != made.pk:
                raise SuspiciousOperation("an entry key of other bags")
            if created:
                note(record, "marked in error", made, {"reason": reason})
            return stored
    except IntegrityError:
        return BagsMadeInError.objects.get(entry=made)


def note(record: Recorder, action: str, made: BagsMade, after: dict[str, Any]) -> None:
    """The audit event of a record of bags."""
    protocol = made.version.protocol
    record.event(
        action,
        subject="bags made",
        subject_code=f"{protocol.code}/{made.version.number}",
        patient_code=protocol.patient.code,
        after={"bags": made.entry_key, **after},
    )


def _allowed(version: Version, new: NewBags, entry_key: UUID, *, at: datetime) -> dict[str, Any]:
    """What the record rests on. A retry is refused nothing: its first row may be what stands in its way."""
    try:
        return _rests_on(version, new, at=at)
    except ArrowRefusedError:
        if find_entry(BagsMade, entry_key) is None:
            raise
        return {}


def _rests_on(version: Version, new: NewBags, *, at: datetime) -> dict[str, Any]:
    document = read_document(version.document)
    require_makeable(version, document, at=at)
    refuse_already(standing_made(version))
    if any_expired(new.lots, new.use_by):
        raise ArrowRefusedError("expired")
    product = chosen_product(document, version.protocol.drug)
    limit = stable_until(new.prepared_at, least_hours(stability_of(product)))
    require_reason(new, limit)
    before = BagsMadeInError.objects.filter(entry__version=version, made_anew=None).first()
    return {"instead_of": before, "stable_until": limit}


def _moments(new: NewBags) -> dict[str, Any]:
    return {"prepared_at": new.prepared_at, "use_by": new.use_by, "reason": new.reason, "note": new.note}


def _complete(record: Recorder, made: BagsMade, new: NewBags, *, by: User, at: datetime) -> None:
    """The lots, the preparer's signature and the audit event, with the record or not at all."""
    for lot in new.lots:
        BagsMadeLot(made=made, **vars(lot)).save()
    BagsSignature(made=made, meaning=BagsMeaning.PREPARED, person=by, at=at, entry_key=made.entry_key).save()
    lots = [[lot.product, lot.lot, date_text(lot.expires_on) if lot.expires_on else ""] for lot in new.lots]
    note(record, "recorded bags", made, {**_moments(new), "stable_until": made.stable_until, "lots": lots})


def _require_same(stored: BagsMade, version: Version, new: NewBags) -> None:
    """What is sent again is what was stored."""
    if stored.version_id != version.pk:
        raise SuspiciousOperation("an entry key of another version")
    rows = stored.lots.order_by("id").values("part", "product", "lot", "expires_on", "month_only")
    if [NewLot(**row) for row in rows] != list(new.lots):
        raise OtherContentError(stored)
