"""Home, and one list alone."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import ROLE_NAMES, Permission
from worklists.asked import Asked
from worklists.board import answer
from worklists.lists import LISTS, ShownList, lists_of, shown

MARK_LENGTH = 36


@requires(Permission.HOME)
@require_safe
def home(request: PersonRequest) -> HttpResponse:
    """Where each role's work begins: what waits for this person, and the places to go."""
    roles = [name for role, name in ROLE_NAMES.items() if role in request.user.roles]

    def read(asked: Asked) -> list[ShownList]:
        return [shown(each, asked) for each in lists_of(request.user)]

    return answer(request, template="worklists/home.html", read=read, context={"roles": roles})


@requires(Permission.PRINT_SHEET)
@require_safe
def worklist(request: PersonRequest, list_name: str) -> HttpResponse:
    """One list, a page at a time."""
    wanted = next((each for each in LISTS if each.name == list_name), None)
    if wanted is None:
        raise Http404
    if not request.user.has(wanted.permission):
        raise PermissionDenied
    after = request.GET.get("after", "")[:MARK_LENGTH]

    def read(asked: Asked) -> list[ShownList]:
        return [shown(wanted, asked, after=after)]

    return answer(request, template="worklists/list.html", read=read, context={"title": wanted.title, "after": after})
