"""Lines of the lists of versions."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from desens.audit.models import AuditEvent
from protocols.models import Release, Signature, Version
from protocols.version_document import holds_infusion
from worklists.asked import Asked
from worklists.lines import Line, version_line


def draft_lines(rows: Sequence[Version], asked: Asked) -> list[Line]:
    """Drafts since they were saved; one that must be saved anew first says why."""
    return [
        version_line(
            row,
            asked,
            since=row.saved_at,
            person=row.saved_by.full_name,
            note=anew(row, asked),
        )
        for row in rows
    ]


def reopened_lines(rows: Sequence[Signature], asked: Asked) -> list[Line]:
    """Signed versions that no longer suffice and why, since they were signed."""
    return [_signed(row, asked, note=anew(row.version, asked)) for row in rows]


def check_lines(rows: Sequence[Signature], asked: Asked) -> list[Line]:
    """Signed versions, leading to the blind check."""
    return [_signed(row, asked, at_page="version_check") for row in rows]


def release_lines(rows: Sequence[Signature], asked: Asked) -> list[Line]:
    """Verified versions, leading to the release."""
    return [_signed(row, asked, at_page="version_release") for row in rows]


def preparation_lines(rows: Sequence[Release], asked: Asked) -> list[Line]:
    """Releases by their day, leading to the plan of preparation."""
    return [
        version_line(
            row.version,
            asked,
            at_page=_prepared_at(row.version),
            day=row.planned_on,
            note=_both(row.get_place_display(), row.version, asked),
        )
        for row in rows
    ]


def today_lines(rows: Sequence[Release], asked: Asked) -> list[Line]:
    """Today's releases with their place, and whether the nursing sheet was printed since. One query more."""
    printed = printed_sheets(rows)
    return [
        version_line(
            row.version,
            asked,
            day=row.planned_on,
            person=row.get_place_display(),
            note=_both(_("sheet printed") if row.pk in printed else _("sheet not printed yet"), row.version, asked),
        )
        for row in rows
    ]


def printed_sheets(rows: Sequence[Release]) -> set[int]:
    """The keys of the releases whose nursing sheet was printed since; only the audit knows. One query.

    A sheet printed before the release bears DRAFT and does not count.
    """
    codes = {f"{row.version.protocol.code}/{row.version.number}": row for row in rows}
    events = AuditEvent.objects.filter(
        subject_code__in=codes, subject="version", action="printed", after__contains='"nursing sheet"'
    )
    return {codes[code].pk for code, at in events.values_list("subject_code", "at") if at >= codes[code].at}


def anew(version: Version, asked: Asked) -> str:
    """Why the version must be saved and signed anew, and that it must; "" where it stands."""
    template = _("The template changed since.") if version.template_id in asked.changed_templates else ""
    why = " ".join(filter(None, (template, asked.reopened.get(version.pk))))
    return _("%(why)s Save a new version and sign that.") % {"why": why} if why else ""


def _both(note: str, version: Version, asked: Asked) -> str:
    return " · ".join(filter(None, (note, anew(version, asked))))


def _prepared_at(version: Version) -> str:
    """The plan of preparation; the calendar where nothing is prepared from vials."""
    return "preparation" if holds_infusion(version.document) else "version"


def _signed(row: Signature, asked: Asked, *, at_page: str = "version", note: str = "") -> Line:
    return version_line(row.version, asked, at_page=at_page, since=row.at, person=row.person.full_name, note=note)
