"""The page of the pack: the list of a day, its sheets drawn one after the other, then all of them in one file."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from protocols.downtime.day_form import DayForm, chosen_day
from protocols.downtime.due import DueVersion, due_on
from protocols.downtime.pack import pack_of, sheet_of_due

PAGE = "protocols/downtime/page.html"


@requires(Permission.PRINT_SHEET)
@require_GET
def downtime(request: PersonRequest) -> HttpResponse:
    """What is given on a day, tomorrow unless told otherwise, and which sheets are drawn."""
    form = DayForm(request.GET if "day" in request.GET else None)
    return render(request, PAGE, _context(request, form, chosen_day(form, timezone.localdate()), []))


@requires(Permission.PRINT_SHEET)
@require_POST
def downtime_draw(request: PersonRequest) -> HttpResponse:
    """Draw and store one sheet of the day that is not stored; the answer says how far it is."""
    form = DayForm(request.POST)
    day = chosen_day(form, timezone.localdate())
    tried = request.POST.get("tried", "").split()
    waiting = _waiting(due_on(day, viewer=request.user, today=timezone.localdate()), tried)
    if waiting and sheet_of_due(waiting[0], by=request.user, at=timezone.now()).why_not:
        tried.append(waiting[0].protocol_code)
    context = _context(request, form, day, tried)
    return render(request, f"{PAGE}#progress" if request.htmx else PAGE, context)


@requires(Permission.PRINT_SHEET)
@require_POST
def downtime_pack(request: PersonRequest) -> HttpResponse:
    """The encrypted file; no other day's where the day cannot be read."""
    form = DayForm(request.POST)
    day = chosen_day(form, timezone.localdate())
    if not form.is_valid():
        return render(request, PAGE, _context(request, form, day, []))
    due = due_on(day, viewer=request.user, today=timezone.localdate())
    pdf = pack_of(day, due, by=request.user, at=timezone.now())
    headers = {"Content-Disposition": f'attachment; filename="desens-{day.isoformat()}.pdf"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


def _waiting(due: list[DueVersion], tried: list[str]) -> list[DueVersion]:
    """What is not drawn yet and could be."""
    return [one for one in due if not one.drawn and one.protocol_code not in tried]


def _context(request: PersonRequest, form: DayForm, day: date, tried: list[str]) -> dict[str, object]:
    due = due_on(day, viewer=request.user, today=timezone.localdate())
    waiting = _waiting(due, tried)
    return {
        "form": form,
        "day": day,
        "due": due,
        "waiting": waiting,
        "drawn": len(due) - len(waiting) - len(tried),
        "tried": " ".join(tried),
    }
