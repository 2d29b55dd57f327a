"""Planning a session: its drugs, and the strengths that the drug library proposes."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.unit.selectors import current
from drugs.models import Drug
from drugs.names import drug_key
from reactions.models import Reaction
from reactions.skin_tests import services
from reactions.skin_tests.library_strengths import strengths_of
from reactions.skin_tests.pages import Opened, entry_of, head, opened
from reactions.skin_tests.plan_form import MOST_DRUGS, PlanForm, drug_form, places
from reactions.skin_tests.selectors import standing_reactions


@requires(Permission.RECORD_TEST)
@require_http_methods(["GET", "POST"])
def plan(request: PersonRequest, code: str) -> HttpResponse:
    """Plan a session; htmx asks for the strengths of one drug as soon as it is named."""
    if request.method == "POST" and "propose" in request.GET:
        return _proposed(request)
    at = opened(request, code)
    reactions = standing_reactions(at.person.ids)
    form = _form(request, at, reactions)
    if request.method == "POST" and form.is_valid():
        row = services.plan_session(patient=at.patient, new=form.new_session(), **entry_of(request, form))
        messages.success(request, _("Planned. Print the test sheet; enter the results from it."))
        return redirect("skin_test_session", code, row.entry_key)
    context = head(request, at) | {
        "form": form,
        "drug_names": Drug.objects.order_by("name_key").values_list("name", flat=True),
    }
    return render(request, "reactions/skin_tests/plan.html", context)


def _form(request: PersonRequest, at: Opened, reactions: list[Reaction]) -> PlanForm:
    data = request.POST if request.method == "POST" else None
    culprits = list({row.culprit_key: row.culprit for row in reactions}.values())[:MOST_DRUGS]
    library = strengths_of(places(data, culprits), unit=current())
    first: dict[str, Any] = {"reaction": str(reactions[0].case_key)} if reactions else {}
    return PlanForm(
        data,
        patient=at.patient,
        reactions=reactions,
        library=library,
        drugs=culprits,
        initial=first,
        today=timezone.localdate(),
    )


def _proposed(request: PersonRequest) -> HttpResponse:
    """The fields of one place, begun with what the library proposes for the drug named in it."""
    place = request.GET["propose"]
    if place not in map(str, range(MOST_DRUGS)):
        raise Http404
    name = request.POST.get(f"d{place}-drug", "")[:200]
    form = drug_form(int(place), name, strengths_of([name], unit=current()) if drug_key(name) else {})
    return render(request, "reactions/skin_tests/drug.html", {"drug": form})
