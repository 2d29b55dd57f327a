"""What the base template knows on every page."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from desens.access.roles import Permission
from desens.pages.version import VERSION

_ENTRIES: tuple[tuple[str, Promise, Permission], ...] = (
    ("home", _("Home"), Permission.HOME),
    ("patient_list", _("Patients"), Permission.VIEW_PATIENTS),
    ("template_list", _("Library"), Permission.VIEW_LIBRARY),
    ("drug_list", _("Drugs"), Permission.VIEW_LIBRARY),
    ("unit_settings", _("Settings"), Permission.MANAGE_UNIT_SETTINGS),
    ("people", _("People"), Permission.MANAGE_USERS),
    ("installation", _("Installation"), Permission.VIEW_INSTALLATION),
    ("trail", _("Trail"), Permission.VIEW_TRAIL),
    ("profile", _("My account"), Permission.OWN_ACCOUNT),
)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One place in the navigation; `icon` names the picture beside its word."""

    icon: str
    label: str
    address: str
    current: bool


def frame(request: HttpRequest) -> dict[str, object]:
    """Navigation and permissions (looked up only when a page asks), the demonstration strip, the version."""
    return {
        "navigation": lambda: navigation(request),
        "may": lambda: may(request),
        "demonstration": settings.DEMONSTRATION,
        "version": VERSION,
    }


def navigation(request: HttpRequest) -> list[Entry]:
    """The places this person may go, in reading order; none before log-in."""
    allowed = may(request)
    return [
        Entry(icon=name, label=str(label), address=address, current=_is_current(request.path, address))
        for name, label, permission in _ENTRIES
        if allowed[permission] and (address := _address(name))
    ]


def may(request: HttpRequest) -> dict[str, bool]:
    """Every permission by its name, for templates: `{% if may.register_patient %}`; the server checks again."""
    user = request.user
    return {permission.value: user.is_authenticated and user.has(permission) for permission in Permission}


def _is_current(path: str, address: str) -> bool:
    return path == address or (address != "/" and path.startswith(address))


def _address(name: str) -> str | None:
    try:
        return reverse(name)
    except NoReverseMatch:
        return None
