"""The row of a tie with its audit event; a tie after an error corrects it, so that a reaction is tied once."""

from collections.abc import Mapping
from uuid import UUID

from django.core.exceptions import SuspiciousOperation

from desens.audit.recording import recording
from desens.records.once import find_entry, insert_once
from procedures.models import Breakthrough


class TiedAlreadyError(Exception):
    """The reaction is tied already: `first`."""

    def __init__(self, first: Breakthrough) -> None:
        super().__init__("tied already")
        self.first = first


class CorrectedAlreadyError(Exception):
    """Somebody corrected this tie, or marked it as an error, since the form was opened."""


def last_of(reaction_case: UUID, entry_key: UUID) -> Breakthrough | None:
    """The row that a new tie of this reaction corrects: its last one, which no longer counts; None for the first.

    Of an entry sent again what it corrected then. TiedAlreadyError where the last one stands.
    """
    rows = Breakthrough.objects.filter(reaction_case=reaction_case, corrected_by__isnull=True)
    last = rows.select_related("error", "procedure__error").first()
    sent = find_entry(Breakthrough, entry_key)  # looked for last: the first one may be stored just now
    if sent is not None:
        return sent.corrects
    if last is not None and not hasattr(last, "error") and not hasattr(last.procedure, "error"):
        raise TiedAlreadyError(last)
    return last


def insert_tie(row: Breakthrough, *, action: str, after: Mapping[str, object]) -> Breakthrough:
    """Store it, or find the one sent before under its key; SuspiciousOperation if that is of another procedure."""
    procedure = row.procedure
    with recording(by=row.recorded_by, at=row.recorded_at) as record:
        stored, created = insert_once(row)
        if stored.procedure_id != procedure.pk or stored.reaction_case != row.reaction_case:
            raise SuspiciousOperation("an entry key of another procedure")
        if created:
            whole = {"procedure": procedure.code, "reaction": str(row.reaction_case), **after}
            code = procedure.patient.code
            record.event(action, subject="breakthrough", subject_code=procedure.code, patient_code=code, after=whole)
    return stored
