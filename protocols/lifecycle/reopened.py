"""What reopens signing: the template changed since the version was saved, or the dose no longer fits the patient."""

from datetime import datetime

from django.db.models import Max
from django.utils.translation import gettext as _

from protocols.lifecycle.refusals import ArrowRefusedError
from protocols.models import Template, Version
from protocols.version_document import VersionDocument


def reopenings(version: Version, document: VersionDocument, *, at: datetime) -> tuple[str, ...]:
    """Why the version must be saved and signed anew, in words; empty where it stands. One query."""
    return tuple(_template_drift(version))


def require_not_reopened(version: Version, document: VersionDocument, *, at: datetime) -> None:
    """ArrowRefusedError "reopened" with the reasons."""
    why = reopenings(version, document, at=at)
    if why:
        raise ArrowRefusedError("reopened", why=" ".join(why))


def _template_drift(version: Version) -> list[str]:
    used = version.template
    newest = Template.objects.filter(slug=used.slug).aggregate(newest=Max("revision"))["newest"]
    if newest == used.revision:
        return []
    return [
        _("the template has revision %(newest)s, this version was built from revision %(used)s.")
        % {"newest": newest, "used": used.revision}
    ]
