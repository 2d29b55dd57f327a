"""Nothing is prescribed in the record of who has died, nor in one that is joined to another."""

from collections.abc import Callable, Mapping
from functools import wraps

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from desens.access.requests import PersonRequest
from patients.selectors import patient_of
from patients.services import NoNewProtocolError, require_prescribable

WHY_NOT: Mapping[str, Promise] = {
    "deceased": gettext_lazy("This patient is recorded as deceased. No protocol can be prescribed."),
    "joined": gettext_lazy("This record is joined to another. Open the leading record and prescribe there."),
}


def only_prescribable(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Leads back to the protocols with the reason. A preview by htmx saves nothing, so it asks nothing."""

    @wraps(view)
    def checked(request: PersonRequest, code: str, **named: str) -> HttpResponse:
        try:
            if not request.htmx:
                require_prescribable(patient_of(code))
            return view(request, code, **named)
        except NoNewProtocolError as refused:
            messages.error(request, str(WHY_NOT[refused.reason]))
            return redirect("protocol_list", code)

    return checked
