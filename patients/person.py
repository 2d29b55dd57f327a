"""Which records are one person's, as the joinings that hold say (design.md 5.3)."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from patients.models import Joining, Patient


@dataclass(frozen=True, kw_only=True)
class PersonRecords:
    """The leading record and the joinings of others to it; chains do not exist."""

    leading: Patient
    joinings: tuple[Joining, ...]

    @property
    def joined(self) -> tuple[Patient, ...]:
        """The records joined to the leading one."""
        return tuple(joining.patient for joining in self.joinings)

    @property
    def all(self) -> tuple[Patient, ...]:
        """Every record, the leading one first."""
        return (self.leading, *self.joined)

    @property
    def ids(self) -> tuple[int, ...]:
        """The keys of all: what is read about the person is read by them."""
        return (self.leading.pk, *(joining.patient_id for joining in self.joinings))


def holding() -> QuerySet[Joining]:
    """The joinings that nobody undid."""
    return Joining.objects.filter(undone__isnull=True)


def records_of(patient: Patient) -> PersonRecords:
    """Every record of this person. One query."""
    leads = holding().filter(patient=patient).values("leading")
    of_person = holding().filter(Q(patient=patient) | Q(leading=patient) | Q(leading__in=leads))
    found = tuple(of_person.select_related("patient", "leading", "recorded_by").order_by("id"))
    return PersonRecords(leading=found[0].leading if found else patient, joinings=found)


def joining_of(leading: Patient, other_code: str) -> Joining:
    """The last joining of the record of that code to this one, held or undone, or 404."""
    rows = Joining.objects.filter(leading=leading, patient__code=other_code).select_related("patient", "recorded_by")
    found = rows.order_by("turn").last()
    if found is None:
        raise Http404
    return found


def is_joined() -> Exists:
    """A condition on patients: the record is joined to another, so lists show that one."""
    return Exists(holding().filter(patient=OuterRef("pk")))
