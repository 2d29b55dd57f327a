"""The reaction that an address names, fetched through its patient; another patient's is not found."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404
from django.utils import timezone

from desens.access.requests import PersonRequest
from patients.models import Patient
from patients.person import PersonRecords, records_of
from patients.selectors import Identity, identity, patient_of
from reactions.models import Reaction
from reactions.recording.selectors import reaction_of


@dataclass(frozen=True, kw_only=True)
class Addressed:
    """A patient with all records of the person, and the reaction as it stands."""

    patient: Patient
    person: PersonRecords
    identity: Identity
    reaction: Reaction

    @property
    def ids(self) -> tuple[int, ...]:
        """The records of the person."""
        return self.person.ids


def addressed(request: PersonRequest, code: str, case_key: UUID) -> Addressed:
    """What the address names; 404 for another patient's reaction and for one that was a mistake."""
    patient = patient_of(code)
    person = records_of(patient)
    shown = reaction_of(person.ids, case_key)
    if shown.row is None:
        raise Http404
    head = identity(patient, viewer=request.user, on=timezone.localdate(), person=person)
    return Addressed(patient=patient, person=person, identity=head, reaction=shown.row)
