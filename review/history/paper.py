"""The history on one page of A4, for the tumor board: black ink, told apart by shape."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _

from desens.pages.times import local_text
from desens.printing.render import render_pdf
from patients.selectors import Identity
from reactions.documents.identity_facts import identity_facts
from reactions.documents.unit_head import UnitHead
from review.history.courses import DrugCourse
from review.history.legend import legend
from review.history.paper_fitting import WIDTH_MM, fitted, height

#: Names longer than this are set smaller.
LONG_NAME = 45
#: What A4 leaves between its margins, in thousandths of a millimetre; the parts of the page that never change.
PAGE, UNIT_NAMES, FRAME, TITLE, FOOT, GAP = 272_000, 11_000, 5_000, 10_000, 8_000, 3_000


@dataclass(frozen=True, kw_only=True)
class Paper:
    """Everything that is printed. `identity` holds what the viewer may see and nothing more."""

    identity: Identity
    courses: tuple[DrugCourse, ...]
    head: UnitHead
    printed_by: str
    printed_at: datetime


def render(paper: Paper) -> bytes:
    """The page as PDF, the same bytes for the same content; CannotPrint where it cannot be printed faithfully."""
    return render_pdf(
        template="review/history/paper.html",
        context=context(paper),
        identifier=f"history {paper.identity.code}",
        pictures=paper.head.pictures,
    )


def context(paper: Paper) -> dict[str, Any]:
    """What the template shows: texts only."""
    identity, signs = paper.identity, legend()
    printed_at = local_text(paper.printed_at, get_current_timezone())
    facts = identity_facts(identity)
    found = fitted(paper.courses, room=_room(paper, facts, " ".join(f"{each.glyph}__{each.text}" for each in signs)))
    return {
        "title": _("Desensitization history · %(code)s") % {"code": identity.code},
        "state_text": "",
        "names": paper.head.names,
        "logo": paper.head.logo_address,
        "identity": identity,
        "identity_facts": facts,
        "name_size": "long" if len(identity.shown_name) > LONG_NAME else "",
        "legend": signs,
        "fitted": found,
        "printed_by": paper.printed_by,
        "printed_at": printed_at,
    }


def _room(paper: Paper, facts: tuple[str, ...], signs: str) -> int:
    """What the head, the legend and the foot leave for the courses."""
    identity, inside = paper.identity, WIDTH_MM - 6
    names = height(identity.shown_name, width_mm=inside, size_pt_10=95 if len(identity.shown_name) > LONG_NAME else 130)
    told = height(" · ".join(facts), width_mm=inside, size_pt_10=95)
    chips = "; ".join(f"{each.substance} ({each.status_text}, {each.noted_on})" for each in identity.allergies)
    allergies = height(_("Drug allergies:") + f" {identity.allergy_statement} {chips}", width_mm=inside, size_pt_10=95)
    unit = UNIT_NAMES + height(" · ".join(paper.head.names), width_mm=inside, size_pt_10=95) if paper.head.names else 0
    legend_ = height(signs, width_mm=WIDTH_MM - 4, size_pt_10=75) + GAP
    foot = FOOT + height(paper.printed_by, width_mm=WIDTH_MM // 2, size_pt_10=75)
    return PAGE - UNIT_NAMES * bool(paper.head.logo) - unit - names - told - allergies - legend_ - FRAME - TITLE - foot
