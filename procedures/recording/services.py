"""Every write of a procedure as a whole: the rows and their audit event together, and once."""

from datetime import datetime
from hashlib import sha256
from uuid import UUID, uuid5

from django.core.exceptions import SuspiciousOperation
from django.db import IntegrityError

from desens.access.models import User
from desens.audit.recording import recording
from desens.audit.values import values_text
from desens.records.models import DeviceKeyed
from desens.records.once import find_entry, insert_once
from drugs.names import drug_key
from patients.inserting import insert_entry
from patients.models import Patient
from patients.names import new_code
from patients.person import records_of
from procedures.models import Ending, InfusionEvent, Particulars, Premedication, Procedure, Vitals
from procedures.procedure_rows import ProcedureEntry
from procedures.recording.entered import Entered, NewProcedure
from protocols.models import Version
from protocols.version_document import is_by_day


class RecordedAlreadyError(Exception):
    """A procedure of this version is recorded already: `first`."""

    def __init__(self, first: Procedure) -> None:
        super().__init__("recorded already")
        self.first = first


class ChangedSinceError(Exception):
    """Somebody saved this procedure since the form was opened."""


def record_procedure(*, patient: Patient, new: NewProcedure, entry_key: UUID, by: User, at: datetime) -> Procedure:
    """Keep a procedure with everything that is known of it.

    Sent again under the same key it is found, not stored twice. RecordedAlreadyError where the version was given and
    recorded before; SuspiciousOperation for a version of another patient. Then nothing is kept.
    """
    version = new.version
    if version is not None and version.protocol.patient_id not in records_of(patient).ids:
        raise SuspiciousOperation("a version of another patient")
    row = Procedure(
        patient=patient,
        code=new_code(),
        culprit=new.culprit,
        culprit_key=drug_key(new.culprit),
        version=version,
        turn=_turn(version, entry_key),
        digest=sha256(values_text(new.in_full()).encode()).hexdigest(),
        entry_key=entry_key,
        recorded_by=by,
        recorded_at=at,
    )
    try:
        with recording(by=by, at=at):
            stored = insert_entry(row, action="recorded procedure", after=new.in_full() | {"code": row.code})
            if stored is row:
                for part in rows_of(row, new, entry_key=entry_key, number=1, by=by, at=at):
                    insert_once(part)
    except IntegrityError:
        first = Procedure.objects.filter(version=version, error=None).first() if version else None
        if first is None:
            raise
        raise RecordedAlreadyError(first) from None
    return stored


def rows_of(
    procedure: Procedure, new: NewProcedure, *, entry_key: UUID, number: int, by: User, at: datetime
) -> list[ProcedureEntry]:
    """The rows beside the procedure's own, not stored yet; each under a key of its own that follows from the form's."""
    listed: list[tuple[type[ProcedureEntry], str, Entered, dict[str, int]]] = [
        (Particulars, "particulars", new.particulars, {"number": number}),
        *((Premedication, f"premedication {n}", one, {}) for n, one in enumerate(new.premedications)),
        *((Vitals, f"vitals {n}", one, {}) for n, one in enumerate(new.vitals)),
        *((InfusionEvent, f"event {n}", one, {}) for n, one in enumerate(new.events)),
    ]
    if new.ending is not None:
        listed.append((Ending, "ending", new.ending, {"number": number}))
    return [
        model(
            procedure=procedure,
            entry_key=uuid5(entry_key, name),
            recorded_by=by,
            recorded_at=at,
            **one.columns(),
            **numbered,
        )
        for model, name, one, numbered in listed
    ]


def _turn(version: Version | None, entry_key: UUID) -> int:
    """One more than the procedures of this version that were errors; over days one more than all its procedures.

    Of a form sent again it is the first one's.
    """
    if version is None:
        return 1
    sent: DeviceKeyed | None = find_entry(Procedure, entry_key)
    if isinstance(sent, Procedure):
        return sent.turn
    rows = Procedure.objects.filter(version=version)
    return (rows if is_by_day(version.document) else rows.filter(error__isnull=False)).count() + 1
