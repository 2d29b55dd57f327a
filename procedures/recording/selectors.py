"""Every read of a person's procedures that the pages of recording need."""

from collections.abc import Collection

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from procedures.models import Procedure
from procedures.recording.sheet import Sheet, sheet_of
from protocols.models import Version
from protocols.selectors import shown_version


def procedure_of(ids: Collection[int], code: str) -> Procedure:
    """The procedure of that code in these records, or 404."""
    return get_object_or_404(_rows(), patient__in=ids, code=code)


def recorded_of(version: Version) -> Procedure | None:
    """The newest procedure of the version that is no mistake. One query."""
    return Procedure.objects.filter(version=version, error__isnull=True).order_by("-turn").first()


def sheet_of_procedure(procedure: Procedure) -> Sheet | None:
    """The sheet that was followed; None where an earlier protocol was given."""
    version = procedure.version
    return sheet_of(shown_version(version.protocol, version.number)) if version else None


def _rows() -> QuerySet[Procedure]:
    return Procedure.objects.select_related(
        "patient", "recorded_by", "error__marked_by", "version__protocol__drug", "version__protocol__patient"
    )
