"""The one rule about what people typed: a note may hold a name or a birth date, so it needs the identity permission.

What is chosen from a list, a figure and a date are shown to everybody who may open the page, and so are the names of
drugs, medicines, diagnoses and regimens. A page that shows typed text asks here, or by the filter `typed` of templates.
"""

from typing import Protocol

from django.utils.translation import gettext as _

from desens.access.roles import Permission


class Viewer(Protocol):
    """Whoever reads: desens.access.models.User."""

    def has(self, permission: Permission) -> bool:
        """Whether any role held grants the permission."""


def sees_typed_text(viewer: Viewer | None) -> bool:
    """Whether the person may read what others typed; nobody known may not."""
    return viewer is not None and viewer.has(Permission.SEE_IDENTITY)


def typed(text: str, viewer: Viewer | None) -> str:
    """The text for who may see identity; for others that there is some, and "" where there is none."""
    if not text or sees_typed_text(viewer):
        return text
    return _("typed text, hidden without the identity permission")
