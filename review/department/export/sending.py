"""Sending a finished export: noted first, then sent, and removed from the disk."""

from datetime import date, datetime
from pathlib import Path

from django.http import FileResponse

from desens.access.models import User
from desens.audit.recording import recording
from review.department.export.job import Job
from review.department.export.kept import folder, path_of
from review.department.export.workbook import write_workbook

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def sent(job: Job, *, by: User, at: datetime, on: date) -> FileResponse:
    """The file, named by the day alone. It is open and has no name any more when the answer begins."""
    path = file_of(job)
    with recording(by=by, at=at) as record:
        after = {"filter": job.query, "rows": job.rows, "format": job.kind, "with_identity": job.with_identity}
        record.event("exported", subject="department", subject_code="", after=after)
    file = path.open("rb")
    path.unlink(missing_ok=True)
    name = f"desens-department-{on.isoformat()}.{job.kind}"
    return FileResponse(file, as_attachment=True, filename=name, content_type=TYPES[job.kind])


def file_of(job: Job) -> Path:
    """The rows themselves, or the workbook made of them."""
    rows = path_of(job)
    if job.kind == "csv":
        return rows
    book = folder() / f"{job.name}.xlsx"
    write_workbook(rows, book, with_identity=job.with_identity)
    book.chmod(0o600)
    rows.unlink(missing_ok=True)
    return book
