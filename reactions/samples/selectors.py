"""Every read of a patient's samples; `ids` are the records of the person (patients.person)."""

from collections.abc import Collection, Mapping
from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from patients.models import Patient
from reactions.models import Reaction, Sample

Cases = Mapping[UUID, Reaction]


def samples(ids: Collection[int]) -> tuple[Sample, ...]:
    """Every sample, the last taken first, those in error among them. One query."""
    rows = Sample.objects.filter(patient__in=ids)
    rows = rows.select_related("recorded_by", "patient", "reaction", "error__marked_by")
    return tuple(rows.order_by("-taken_at", "-id"))


def standing_samples(ids: Collection[int], *, kind: str) -> tuple[Sample, ...]:
    """The samples of a kind that are no mistakes, the last taken first. One query."""
    rows = Sample.objects.filter(patient__in=ids, kind=kind, error__isnull=True)
    return tuple(rows.select_related("reaction").order_by("-taken_at", "-id"))


def cases(ids: Collection[int]) -> Cases:
    """The row that stands of each reaction's case, the last exposure first. One query."""
    rows = Reaction.objects.filter(patient__in=ids, error__isnull=True).order_by("number")
    standing = {row.case_key: row for row in rows}
    return dict(sorted(standing.items(), key=lambda item: (item[1].started_at, item[1].pk), reverse=True))


def sample_of(patient: Patient, sample_key: str) -> Sample:
    """The sample with this key in this very record, or 404."""
    try:
        key = UUID(sample_key)
    except ValueError:
        raise Http404 from None
    return get_object_or_404(Sample, patient=patient, entry_key=key)
