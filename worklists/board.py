"""How lists are answered: a page, or to its polling what changed, or that nothing did."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone

from desens.access.requests import PersonRequest
from worklists.asked import Asked
from worklists.changes import mark_of, read_seen, seen_of
from worklists.lists import ShownList

Read = Callable[[Asked], list[ShownList]]
UNCHANGED = 204


def answer(request: PersonRequest, *, template: str, read: Read, context: Mapping[str, Any]) -> HttpResponse:
    """The page, or for htmx its lists: 204 where nothing can have changed, and only a new mark where they are equal.

    What is equal is not put in place again, so that focus and place on the page stay.
    """
    now = timezone.now()
    asked = Asked(viewer=request.user, at=now, on=timezone.localdate(now))
    mark, before = mark_of(asked), read_seen(request.GET.get("seen", ""))
    if request.htmx and before.mark == mark:
        return HttpResponse(status=UNCHANGED)
    html = render_to_string("worklists/lists.html", {"lists": read(asked)}, request=request)
    now_seen = seen_of(mark, html)
    drawn = {"html": html, "seen": str(now_seen), "at": now}
    if not request.htmx:
        return render(request, template, {**context, **drawn})
    changed = before.digest != now_seen.digest
    response = render(request, "worklists/changed.html", {**drawn, "changed": changed})
    if not changed:
        response.headers["HX-Reswap"] = "none"
    return response
