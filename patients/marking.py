"""An entry marked as entered in error from its page, and what is told of it."""

from collections.abc import Callable

from django.contrib import messages
from django.utils import timezone
from django.utils.translation import gettext as _

from desens.access.requests import PersonRequest
from patients.keeping_forms import ReasonForm
from patients.keeping_services import InErrorAlreadyError


def marked(request: PersonRequest, form: ReasonForm, mark: Callable[..., object]) -> bool:
    """Whether a reason was sent: then the mark is made, or the person told who was first.

    `mark` takes reason, entry_key, by and at, and may raise InErrorAlreadyError.
    """
    if request.method != "POST" or not form.is_valid():
        return False
    reason, entry_key = form.cleaned_data["reason"], form.cleaned_data["entry_key"]
    try:
        mark(reason=reason, entry_key=entry_key, by=request.user, at=timezone.now())
    except InErrorAlreadyError as first:
        messages.info(request, _("%(who)s marked this entry before you.") % {"who": first.mark.marked_by})
    else:
        messages.success(request, _("Marked as entered in error. The entry stays visible and counts nowhere."))
    return True
