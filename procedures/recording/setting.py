"""For whom and about what the form of a procedure is filled, and what is read for it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from patients.models import Patient
from patients.person import records_of
from procedures.models import Procedure
from procedures.recording.others import alike, grades_of
from procedures.recording.sheet import Sheet
from procedures.recording.slots import Slots, slots_of
from procedures.recording.standing import Standing


@dataclass(frozen=True, kw_only=True)
class Setting:
    """`sheet` is that of the version that was given, `procedure` what is corrected with what stands of it."""

    patient: Patient
    now: datetime
    sheet: Sheet | None = None
    procedure: Procedure | None = None
    stands: Standing | None = None

    @property
    def slots(self) -> Slots:
        """What was recorded, by the rows of the form."""
        ordered = self.sheet.premedication if self.sheet else ()
        return slots_of(self.stands, [row.drug for row in ordered])

    @property
    def subject_code(self) -> str:
        """What a sketch of the form is about."""
        if self.procedure is not None:
            return f"{self.patient.code}:{self.procedure.code}"
        version = self.sheet.version if self.sheet else None
        return f"{self.patient.code}:{version.protocol.code}/{version.number}" if version else self.patient.code

    def alike(self, culprit_key: str, day: date, entry_key: UUID | None) -> int:
        """How many other procedures of the drug the person had on the day. Two queries.

        What the same form stored before is no other; nor is that of the same version, which is recorded once.
        """
        rows = alike(records_of(self.patient).ids, culprit_key, day).exclude(procedure=self.procedure)
        if self.sheet is not None and not self.sheet.by_day:
            rows = rows.exclude(procedure__version=self.sheet.version)
        return (rows.exclude(procedure__entry_key=entry_key) if entry_key else rows).count()

    def grades(self) -> tuple[int, ...]:
        """The Brown grades decided of the breakthrough reactions. At most two queries."""
        return grades_of(self.procedure) if self.procedure else ()
