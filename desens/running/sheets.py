"""One sheet, rendered from whatever database is served now, so that two databases can be compared on paper."""

from desens.access.models import User
from protocols.documents import nursing_sheet
from protocols.models import Version
from protocols.papers.nursing import sheet_of
from protocols.papers.subject import subject_of
from protocols.version_document import holds_infusion


def latest_version() -> int | None:
    """The key of the infusion saved last: what is taken by mouth has no sheet. None when none was ever prescribed."""
    newest = Version.objects.order_by("-id").values_list("pk", "document").iterator(chunk_size=10)
    return next((pk for pk, text in newest if holds_infusion(text)), None)


def rendered(version_key: int) -> bytes:
    """The nursing sheet of that version as its prescriber sees it."""
    version = Version.objects.select_related("protocol__patient", "protocol__drug", "saved_by").get(pk=version_key)
    protocol, viewer = version.protocol, User.objects.get(pk=version.saved_by_id)
    subject = subject_of(protocol.patient.code, protocol.code, version.number, viewer=viewer)
    return nursing_sheet.render(sheet_of(subject))
