"""One file of a day: what is given, each nursing sheet as stored, and forms to fill by hand; encrypted (AES-256)."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.utils.translation import gettext as _
from pypdf import PdfReader, PdfWriter

from desens.access.models import User
from desens.audit.recording import recording
from desens.printing.refusal import CannotPrint
from protocols.documents.downtime_papers import day_list, hand_form
from protocols.downtime.due import DueVersion
from protocols.models import Paper
from protocols.papers.handing import wanted_of
from protocols.papers.keeping import printed
from protocols.papers.sheet import drawn_sheet
from protocols.papers.subject import subject_of


@dataclass(frozen=True, kw_only=True)
class Packed:
    """One sheet of the pack, or why it is not in it ("" where it is)."""

    due: DueVersion
    pdf: bytes
    why_not: str = ""


def sheet_of_due(due: DueVersion, *, by: User, at: datetime) -> Packed:
    """The nursing sheet as stored, drawn and stored where it was not; a sheet that is not valid is left out."""
    subject = subject_of(due.patient.code, due.protocol_code, due.number, viewer=by)
    if subject.state != "valid":
        return Packed(due=due, pdf=b"", why_not=_("must be saved and signed anew"))
    try:
        pdf = printed(wanted_of(subject, Paper.NURSING_SHEET), lambda: drawn_sheet(subject), by=by, at=at)
    except CannotPrint as refusal:
        return Packed(due=due, pdf=b"", why_not=refusal.reason)
    return Packed(due=due, pdf=pdf)


def pack_of(day: date, due: Iterable[DueVersion], *, by: User, at: datetime) -> bytes:
    """The encrypted file; it opens with the unit's downtime password in any reader. An audit event names its sheets."""
    packed = [sheet_of_due(one, by=by, at=at) for one in due]
    pdf = joined([day_list(day, packed, at=at), *(one.pdf for one in packed if one.pdf), hand_form()])
    with recording(by=by, at=at) as record:
        after = {"day": day.isoformat(), "sheets": [f"{one.due.protocol_code}/{one.due.number}" for one in packed]}
        record.event("printed", subject="downtime pack", subject_code=day.isoformat(), after=after)
    return pdf


def joined(files: Iterable[bytes]) -> bytes:
    """The pages of all files in one, encrypted with the unit's downtime password."""
    writer = PdfWriter()
    for file in files:
        writer.append(PdfReader(io.BytesIO(file)), import_outline=False)
    writer.encrypt(settings.DOWNTIME_PASSWORD, algorithm="AES-256")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()
