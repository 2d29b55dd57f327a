"""What the pack for downtime holds beside the sheets: the list of the day, and a form to fill by hand."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Protocol

from django.utils.timezone import get_current_timezone

from desens.pages.times import local_text
from desens.printing.render import render_pdf

FORM_ROWS = 17


class Listed(Protocol):
    """One line of the day's list (protocols.downtime.pack.Packed)."""

    @property
    def due(self) -> Any:
        """Whose version it is."""

    @property
    def why_not(self) -> str:
        """Why its sheet is not in the pack, "" where it is."""


def day_list(day: date, listed: Sequence[Listed], *, at: datetime) -> bytes:
    """The list as PDF: who gets what where, and what is not in the pack and why."""
    context = {
        "day": day.isoformat(),
        "listed": listed,
        "made": local_text(at, get_current_timezone()),
        "state_text": "",
    }
    return render_pdf(template="print/day_list.html", context=context, identifier=f"list {day.isoformat()}")


def hand_form() -> bytes:
    """The form as PDF, for what is begun or recorded while the computer is down."""
    context = {"rows": range(1, FORM_ROWS + 1), "state_text": ""}
    return render_pdf(template="print/hand_form.html", context=context, identifier="form to fill by hand")
