"""Every write of samples. One call: guards, then the rows and their audit events together."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid5

from django.core.exceptions import SuspiciousOperation

from desens.access.models import User
from desens.audit.recording import recording
from patients.inserting import insert_entry
from patients.models import Patient
from patients.person import records_of
from reactions.models import Sample
from reactions.samples.entered import NewSample
from reactions.samples.impossible import problems


class ImpossibleSampleError(ValueError):
    """Something of a sample cannot be; nothing was kept."""


def record_samples(
    *, patient: Patient, new: Sequence[NewSample], entry_key: UUID, by: User, at: datetime
) -> list[Sample]:
    """Keep what the laboratory reported, all or none; ImpossibleSampleError, SuspiciousOperation."""
    found = [problem.text for sample in new for problem in problems(sample, born=patient.birth_date, now=at)]
    if found:
        raise ImpossibleSampleError("; ".join(found))
    _require_own_reactions(patient, new)
    with recording(by=by, at=at):
        return [
            insert_entry(
                Sample(
                    **sample.columns(),
                    patient=patient,
                    entry_key=uuid5(entry_key, str(number)),
                    recorded_by=by,
                    recorded_at=at,
                ),
                action="recorded sample",
                after=sample.told(),
            )
            for number, sample in enumerate(new)
        ]


def _require_own_reactions(patient: Patient, new: Sequence[NewSample]) -> None:
    ids = records_of(patient).ids
    if any(sample.reaction is not None and sample.reaction.patient_id not in ids for sample in new):
        raise SuspiciousOperation("a reaction of another patient")
