"""The state of a version as its page shows it, and the one next step of whoever looks."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy

from desens.access.models import User
from desens.access.roles import Permission
from protocols.engine import Blocker
from protocols.lifecycle.reopened import come_since
from protocols.lifecycle.sign_offs import signed_reasons
from protocols.models import Version, VersionState
from protocols.releasing.shown import shown_release
from protocols.selectors import ShownVersion

OVER = (VersionState.SUPERSEDED, VersionState.VOID)


@dataclass(frozen=True, kw_only=True)
class NextStep:
    """Where the version is taken one arrow further."""

    address: str
    label: str


STEPS = {
    VersionState.DRAFT: (Permission.SIGN_PROTOCOL, "version_sign", gettext_lazy("Sign")),
    VersionState.SIGNED: (Permission.VERIFY_PROTOCOL, "version_check", gettext_lazy("Check blind")),
    VersionState.VERIFIED: (Permission.RELEASE_PROTOCOL, "version_release", gettext_lazy("Release")),
}


def standing_view(shown: ShownVersion, latest: Version, *, viewer: User, at: datetime) -> dict[str, Any]:
    """What templates/protocols/lifecycle/standing.html shows."""
    why = () if shown.state in OVER else come_since(shown.row, shown.document, at=at, viewer=viewer)
    return {
        "reopenings": why,
        "released": shown_release(shown.standing.release, shown.document.schedule, on=timezone.localdate(at)),
        "may_void": shown.state != VersionState.VOID and viewer.has(Permission.RELEASE_PROTOCOL),
        "signed_reasons": signed_reasons(shown.standing.prescription),
        "next_step": None if why else _next_step(shown, latest, viewer),
    }


def _next_step(shown: ShownVersion, latest: Version, viewer: User) -> NextStep | None:
    """None where the viewer may not take it, or nobody may as the version is."""
    permission, name, label = STEPS.get(shown.state, (None, "", ""))
    if permission is None or not viewer.has(permission):
        return None
    if shown.state == VersionState.DRAFT and (latest.number != shown.row.number or _is_blocked(shown)):
        return None
    signed = shown.standing.prescription
    if shown.state == VersionState.SIGNED and signed and signed.person_id == viewer.pk:
        return None
    code, protocol = shown.document.identity["code"], shown.document.identity["protocol"]
    return NextStep(address=reverse(name, args=[code, protocol, shown.row.number]), label=str(label))


def _is_blocked(shown: ShownVersion) -> bool:
    return any(isinstance(finding, Blocker) for finding in shown.document.schedule.findings)
