"""What the page of a template shows beside its schedule: who stands for it, and what may be done."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from desens.access.models import User
from desens.access.roles import Permission
from protocols.library_listing import STANDING
from protocols.models import Template, TemplateSignOff, TemplateSignOffWithdrawal
from protocols.unit_templates.forms import ReadingForm
from protocols.unit_templates.selectors import sign_offs_of
from protocols.unit_templates.standing import Standing, standings

FINDINGS: dict[str, Promise] = {
    "concentration-below-range": _("diluted bags below the label's concentration"),
    "no-rise-at-bag-change": _("no rise at a change of bag"),
}


@dataclass(frozen=True, kw_only=True)
class SignOffLine:
    """One finding signed with the template, in words."""

    row: TemplateSignOff
    what: str
    withdrawal: TemplateSignOffWithdrawal | None


def about_template(row: Template, viewer: User, *, reading: ReadingForm | None = None) -> dict[str, Any]:
    """Standing, sign-offs and what the viewer may do with this revision. Three queries."""
    (standing,) = standings([row], on=timezone.localdate())
    return {
        "row": row,
        "standing": standing,
        "states": [STANDING[state] for state in standing.states],
        "sign_offs": sign_off_lines(row),
        "may": _may(standing, viewer),
        "reading": reading or ReadingForm(),
    }


def sign_off_lines(row: Template) -> list[SignOffLine]:
    """What was signed with the revision, in words."""
    return [sign_off_line(one) for one in sign_offs_of(row)]


def sign_off_line(row: TemplateSignOff) -> SignOffLine:
    """One finding signed with the template, and what was said of that since."""
    return SignOffLine(row=row, what=str(FINDINGS.get(row.code, row.code)), withdrawal=getattr(row, "withdrawal", None))


def _may(standing: Standing, viewer: User) -> dict[str, bool]:
    manages, stands = viewer.has(Permission.MANAGE_TEMPLATES), standing.retirement is None
    changes = manages and stands and standing.of_unit
    read_already = viewer.pk in {reading.by_id for reading in standing.readings}
    return {
        "copy": manages,
        "change": changes,
        "read": changes and standing.row.made_by_id != viewer.pk and not read_already,
        "sign": stands and viewer.has(Permission.SIGN_PROTOCOL),
        "withdraw": manages,
    }
