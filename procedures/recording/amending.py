"""Corrections of a procedure: what differs becomes new rows, what was corrected stays and is shown struck."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.core.exceptions import SuspiciousOperation
from django.db import IntegrityError

from desens.access.models import User
from desens.audit.recording import recording
from desens.records.once import OtherContentError, find_entry
from procedures.event_rows import Happening
from procedures.models import Ending, Particulars, Procedure
from procedures.recording.entered import Entered, NewEnding, NewParticulars
from procedures.recording.happenings import ERROR_OF, MODEL_OF
from procedures.recording.services import ChangedSinceError
from procedures.recording.standing import of_procedure


@dataclass(frozen=True, kw_only=True)
class Change:
    """A happening that was recorded (`old`) and as it should be (`new`); None: it was not recorded, did not happen."""

    old: Happening | None
    new: Entered | None

    @property
    def is_one(self) -> bool:
        """Whether anything differs."""
        if self.old is None or self.new is None:
            return (self.old is None) != (self.new is None)
        return columns_of(self.old, self.new) != self.new.columns()


@dataclass(frozen=True, kw_only=True)
class Amendment:
    """The procedure as it should be, with `changes` of happenings; the particulars say why it is corrected."""

    particulars: NewParticulars
    ending: NewEnding | None
    changes: tuple[Change, ...]

    def in_full(self) -> dict[str, Any]:
        """All values as the audit keeps them."""
        return {
            "particulars": self.particulars.columns(),
            "ending": self.ending.columns() if self.ending else None,
            "changes": [
                {
                    "corrects": change.old.entry_key if change.old else None,
                    "new": change.new.columns() if change.new else None,
                }
                for change in self.changes
                if change.is_one
            ],
        }


def columns_of(row: Any, like: Entered) -> dict[str, Any]:
    """What a stored row says, in the columns of what a person enters."""
    return {name: getattr(row, name) for name in like.columns()}


def amend_procedure(
    *, procedure: Procedure, seen: int, new: Amendment, entry_key: UUID, by: User, at: datetime
) -> Particulars:
    """Correct a procedure as it was seen: `seen` is the number of the particulars that stood when the form was opened.

    Every correction writes the next particulars, so that of two at once one is refused: ChangedSinceError, and nothing
    of it is kept. So it is for a procedure in error. Sent again under the same key nothing is stored twice.
    """
    try:
        with recording(by=by, at=at) as record:
            sent = find_entry(Particulars, uuid5(entry_key, "particulars"))
            if sent is not None:
                return _sent_before(sent, procedure, new)
            _require_unchanged(procedure, seen)
            rows = _rows(procedure, new, number=seen + 1, entry_key=entry_key)
            for row in rows:
                row.recorded_by, row.recorded_at = by, at
                row.save()
            for mark in _marks(new, entry_key):
                mark.marked_by, mark.marked_at = by, at
                mark.save()
            code, patient_code = procedure.code, procedure.patient.code
            after = new.in_full() | {"number": seen + 1}
            record.event(
                "corrected procedure", subject="procedure", subject_code=code, patient_code=patient_code, after=after
            )
    except (IntegrityError, ChangedSinceError) as refusal:
        sent = find_entry(Particulars, uuid5(entry_key, "particulars"))
        if sent is not None:
            return _sent_before(sent, procedure, new)
        if isinstance(refusal, ChangedSinceError):
            raise
        if procedure.particulars_rows.filter(number=seen + 1).exists():
            raise ChangedSinceError from None
        raise
    first: Particulars = rows[0]
    return first


def _require_unchanged(procedure: Procedure, seen: int) -> None:
    if hasattr(Procedure.objects.select_related("error").get(pk=procedure.pk), "error"):
        raise ChangedSinceError
    newest = procedure.particulars_rows.order_by("-number").values_list("number", flat=True)[0]
    if newest != seen:
        raise ChangedSinceError


def _sent_before(sent: Particulars, procedure: Procedure, new: Amendment) -> Particulars:
    """The row of the first sending; OtherContentError where the form says something else than what it stored."""
    if sent.procedure_id != procedure.pk:
        raise SuspiciousOperation("an entry key of another procedure")
    stands = of_procedure(procedure)
    same_ending = (stands.ending and new.ending and columns_of(stands.ending, new.ending)) == (
        new.ending and new.ending.columns()
    )
    differs = columns_of(sent, new.particulars) != new.particulars.columns() or not same_ending
    if differs or any(change.is_one for change in new.changes):
        raise OtherContentError(sent)
    return sent


def _rows(procedure: Procedure, new: Amendment, *, number: int, entry_key: UUID) -> list[Any]:
    """The new particulars first, then the ending where it differs, then what happened otherwise than recorded."""
    common: dict[str, Any] = {"procedure": procedure, "number": number}
    rows: list[Any] = [
        Particulars(entry_key=uuid5(entry_key, "particulars"), **common, **new.particulars.columns()),
    ]
    ending = procedure.ending_rows.order_by("-number").first()
    if new.ending is not None and (ending is None or columns_of(ending, new.ending) != new.ending.columns()):
        key = uuid5(entry_key, "ending")
        rows.append(
            Ending(entry_key=key, **common | {"number": ending.number + 1 if ending else 1}, **new.ending.columns())
        )
    for place, change in enumerate(new.changes):
        if change.is_one and change.new is not None:
            model = MODEL_OF[type(change.new)]
            key = uuid5(entry_key, f"change {place}")
            rows.append(model(procedure=procedure, entry_key=key, corrects=change.old, **change.new.columns()))
    return rows


def _marks(new: Amendment, entry_key: UUID) -> Sequence[Any]:
    """What did not happen, each with the reason of the correction."""
    gone = [(place, change.old) for place, change in enumerate(new.changes) if change.old and change.new is None]
    return [
        ERROR_OF[type(old)](entry=old, reason=new.particulars.why, entry_key=uuid5(entry_key, f"error {place}"))
        for place, old in gone
    ]
