"""Looking at a patient, printing and exporting are events too (design.md 5.5)."""

from datetime import datetime

from desens.audit.recording import Person, recording


def looked(
    *, by: Person | str, at: datetime, action: str = "looked", subject: str, subject_code: str, patient_code: str
) -> None:
    """Record one look, print or export. Called before the page is sent, and not for polling."""
    with recording(by=by, at=at) as record:
        record.event(action, subject=subject, subject_code=subject_code, patient_code=patient_code)
