"""How both editors save a draft: whether one is to be, with which arguments, and where it leads."""

from typing import Any, Protocol

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from desens.access.requests import PersonRequest
from patients.models import Patient
from protocols.editor_about import AboutDrug
from protocols.editor_form import EditorForm
from protocols.models import Version


class Savable(Protocol):
    """What an editor proposes."""

    @property
    def can_be_saved(self) -> bool:
        """Whether something was computed, and nothing is in question."""


def saves(request: PersonRequest, proposal: Savable | None, about: AboutDrug) -> bool:
    """Whether a draft is to be saved, and can be: refused where the assessment leaves no way, which the page says."""
    closed = about.decision is not None and about.decision.closes
    return bool(proposal and proposal.can_be_saved and not closed and request.POST.get("action") == "save")


def entry_of(request: PersonRequest, form: EditorForm) -> dict[str, Any]:
    """The arguments of a service that say who saves, when, and under which key."""
    return {"entry_key": form.cleaned_data["entry_key"], "by": request.user, "at": timezone.now()}


def saved(request: PersonRequest, patient: Patient, row: Version) -> HttpResponse:
    """To the page of the draft that was saved."""
    messages.success(request, _("Draft %(number)s saved.") % {"number": row.number})
    return redirect("version", patient.code, row.protocol.code, row.number)


def based_on(request: PersonRequest) -> int:
    """The version the form was opened from; 0, which is never the latest, for a form that does not say."""
    typed = request.POST.get("based_on", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 0
