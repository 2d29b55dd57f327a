"""The department's list, and its counts where they need more than one request."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from review.department.asking import query_of
from review.department.counts import counts_of
from review.department.figure import bars, legends
from review.department.forms import DepartmentForm
from review.department.paging import page_of
from review.department.sentence import sentence
from review.department.shown import shown
from review.department.tally import FIRST_KEYS, MORE_KEYS, Tally, counted_on, tally_from, token_of
from review.department.wanted import ASKED, Wanted, chosen

MARK_LENGTH = 36


@requires(Permission.VIEW_DEPARTMENT)
@require_GET
def department(request: PersonRequest) -> HttpResponse:
    """All desensitizations asked for: counts with denominators, and a page of them."""
    form = DepartmentForm(request.GET)
    wanted = form.wanted()
    context: dict[str, Any] = {"form": form, "query": query_of(request), "asked": wanted is not None}
    if wanted is not None:
        after = request.GET.get("after", "")[:MARK_LENGTH]
        page = page_of(wanted, order=form.order_word(), after=after)
        context |= {"rows": [shown(row, viewer=request.user) for row in page.rows], "next_after": page.next_after}
        context |= {"sentence": sentence(wanted), "after": after, "narrowed": wanted != Wanted()}
        context |= {} if after else counted(counted_on(wanted, Tally(), keys=FIRST_KEYS), wanted)
    return render(request, "review/department/list.html", context)


@requires(Permission.VIEW_DEPARTMENT)
@require_GET
def department_counts(request: PersonRequest) -> HttpResponse:
    """The counts going on from where the page before ended."""
    form = DepartmentForm(request.GET)
    wanted = form.wanted()
    context: dict[str, Any] = {"form": form, "query": query_of(request)}
    if wanted is not None:
        tally = counted_on(wanted, tally_from(request.GET.get("so_far", "")), keys=MORE_KEYS)
        context |= {"sentence": sentence(wanted)} | counted(tally, wanted)
    page = "review/department/counted.html" if request.htmx else "review/department/counts.html"
    return render(request, page, context)


def counted(tally: Tally, wanted: Wanted) -> dict[str, Any]:
    """What the templates show of a tally; a count leads to its rows where nothing of the kind was asked yet."""
    unasked = [name for name in ASKED if chosen(wanted, name) is None]
    shown_counts = {"counts": counts_of(tally), "unasked": unasked, "bars": bars(tally), "legends": legends()}
    return {"tally": tally, "all": tally.count("all"), "so_far": token_of(tally)} | shown_counts
