"""What a version's page asks about its procedure: the way from the sheet, whose code opens that page, to the record."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from desens.access.roles import Permission
from procedures.recording.selectors import recorded_of
from protocols.models import VersionState
from protocols.selectors import ShownVersion

register = template.Library()


@dataclass(frozen=True, kw_only=True)
class Way:
    """Where it leads; `is_next` where recording is the next sensible thing to do."""

    address: str
    label: str
    is_next: bool


@register.simple_tag(takes_context=True)
def given_of(context: dict[str, Any], shown: ShownVersion) -> Way | None:
    """The procedure of a version, or the form to record it once its day has come. One query, none before a release."""
    release, viewer, code = shown.standing.release, context["user"], context["identity"].code
    if release is None or not viewer.has(Permission.VIEW_PROCEDURES):
        return None
    recorded = recorded_of(shown.row)
    if recorded is not None:
        address = reverse("procedure", args=[code, recorded.code])
        return Way(address=address, label=_("What was given"), is_next=False)
    come = release.planned_on <= timezone.localdate() and shown.state == VersionState.RELEASED
    if not come or not viewer.has(Permission.RECORD_PROCEDURE):
        return None
    address = reverse("procedure_given", args=[code, context["protocol"].code, shown.row.number])
    return Way(address=address, label=_("Record what was given"), is_next=True)
