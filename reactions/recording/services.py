"""Every write of a reaction. One call: guards, then the rows and their audit event together."""

from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid5

from django.core.exceptions import SuspiciousOperation
from django.db import IntegrityError

from desens.access.models import User
from desens.audit.recording import recording
from desens.audit.values import values_text
from drugs.names import drug_key
from patients.inserting import insert_entry
from patients.models import Patient
from patients.person import records_of
from reactions.models import Reaction, Sign, TreatmentGiven
from reactions.recording.deciding import decide
from reactions.recording.entered import NewDecision, NewReaction
from reactions.recording.impossible import problems


class ImpossibleReactionError(ValueError):
    """Something of it cannot be; `problems` say what."""


class CorrectedAlreadyError(Exception):
    """Somebody corrected the reaction since the form was opened."""


def record_reaction(
    *,
    patient: Patient,
    new: NewReaction,
    entry_key: UUID,
    by: User,
    at: datetime,
    decision: NewDecision | None = None,
    corrects: Reaction | None = None,
) -> Reaction:
    """Keep a reaction with its signs, treatments and the grade decided; or a correction of one.

    Raises ImpossibleReactionError, CorrectedAlreadyError, ReasonMissingError; then nothing is kept.
    """
    found = problems(new, born=patient.birth_date, now=at)
    if found:
        raise ImpossibleReactionError("; ".join(problem.text for problem in found))
    row = Reaction(
        **new.columns(),
        **_case(corrects, patient, entry_key),
        culprit_key=drug_key(new.culprit),
        digest=_digest(new, decision),
        patient=patient,
        entry_key=entry_key,
        recorded_by=by,
        recorded_at=at,
    )
    try:
        with recording(by=by, at=at):
            action = "corrected reaction" if corrects else "recorded reaction"
            stored = insert_entry(row, action=action, after=new.in_full() | {"case": str(row.case_key)})
            if stored is row:
                _insert_parts(row, new)
                if decision is not None:
                    decide(row, decision, entry_key=uuid5(entry_key, "grade"), by=by, at=at)
    except IntegrityError:
        if corrects is not None and Reaction.objects.filter(case_key=row.case_key, number=row.number).exists():
            raise CorrectedAlreadyError from None
        raise
    return stored


def _case(corrects: Reaction | None, patient: Patient, entry_key: UUID) -> dict[str, Any]:
    """The key and number of the case: its own for a new one, the next one for the correction of what stands."""
    if corrects is None:
        return {"case_key": entry_key, "number": 1}
    if corrects.patient_id not in records_of(patient).ids:
        raise SuspiciousOperation("a reaction of another patient")
    rows = list(Reaction.objects.filter(case_key=corrects.case_key).select_related("error").order_by("number"))
    sent_before = next((row.number for row in rows if row.entry_key == entry_key), None)
    standing = [row for row in rows if not hasattr(row, "error")]
    if sent_before is None and standing[-1:] != [corrects]:
        raise CorrectedAlreadyError
    return {"case_key": corrects.case_key, "number": sent_before or rows[-1].number + 1}


def _insert_parts(reaction: Reaction, new: NewReaction) -> None:
    for code in sorted(new.signs):
        Sign(reaction=reaction, code=code).save()
    for number, given in enumerate(new.treatments, start=1):
        TreatmentGiven(reaction=reaction, number=number, **vars(given)).save()


def _digest(new: NewReaction, decision: NewDecision | None) -> str:
    return sha256(values_text(new.in_full() | {"decision": decision and vars(decision)}).encode()).hexdigest()
