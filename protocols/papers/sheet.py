"""The nursing sheet of any kind of protocol."""

from protocols.documents import dose_sheet, nursing_sheet
from protocols.papers.dosing import dose_sheet_of
from protocols.papers.nursing import sheet_of
from protocols.papers.subject import Subject


def drawn_sheet(subject: Subject) -> bytes:
    """The sheet as PDF: steps of an infusion, or doses; CannotPrint where it cannot be printed faithfully."""
    if subject.shown.document.is_infused:
        return nursing_sheet.render(sheet_of(subject))
    return dose_sheet.render(dose_sheet_of(subject))
