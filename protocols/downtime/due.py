"""What is given on a day: the versions released for it that were neither voided nor superseded."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from desens.access.models import User
from patients.selectors import PatientRow, row_values
from protocols.models import Meaning, Release, Signature, StoredDocument


@dataclass(frozen=True, kw_only=True)
class DueVersion:
    """One version of the day's list; `drawn` says whether its nursing sheet is stored already."""

    patient: PatientRow
    protocol_code: str
    number: int
    drug: str
    place: str
    drawn: bool


def due_on(day: date, *, viewer: User, today: date) -> list[DueVersion]:
    """The day's list by family name. Two queries, whatever its length."""
    later = Signature.objects.filter(
        meaning=Meaning.PRESCRIBED,
        version__protocol=OuterRef("version__protocol"),
        version__number__gt=OuterRef("version__number"),
    )
    drawn = StoredDocument.objects.filter(version=OuterRef("version"), paper="nursing sheet")
    rows = (
        Release.objects.filter(~Exists(later), planned_on=day, version__voiding__isnull=True)
        .annotate(drawn=Exists(drawn))
        .select_related("version__protocol__patient", "version__protocol__drug")
        .defer("version__document", "document")
        .order_by("version__protocol__patient__family_name", "id")
    )
    return [
        DueVersion(
            patient=PatientRow(**row_values(row.version.protocol.patient, viewer=viewer, on=today)),
            protocol_code=row.version.protocol.code,
            number=row.version.number,
            drug=row.version.protocol.drug.name,
            place=row.get_place_display(),
            drawn=row.drawn,
        )
        for row in rows
    ]
