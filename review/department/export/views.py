"""The page of an export: part after part with its progress, then the file."""

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from review.department.export.job import Job, job_from, new_job
from review.department.export.kept import is_whole, remove_old
from review.department.export.making import next_part
from review.department.export.sending import sent
from review.department.export.workbook import MOST_ROWS
from review.department.forms import DepartmentForm
from review.department.sentence import sentence

PAGE = "review/department/export.html"


@requires(Permission.EXPORT_DEPARTMENT)
@require_GET
def department_export(request: PersonRequest) -> HttpResponse:
    """What will be in the file, and the choice of its format."""
    wanted = DepartmentForm(request.GET).wanted()
    context = {"query": request.GET.urlencode(), "sentence": sentence(wanted) if wanted else "", "asked": bool(wanted)}
    return render(request, PAGE, context | {"with_identity": request.user.has(Permission.SEE_IDENTITY)})


@requires(Permission.EXPORT_DEPARTMENT)
@require_POST
def department_export_part(request: PersonRequest) -> HttpResponse:
    """Write the next part; the answer says how far it is and asks for the next."""
    token = request.POST.get("job", "")
    job = job_from(token, by=request.user) if token else _begun(request)
    wanted = job.wanted if job else None
    if job is None or wanted is None:
        return _anew(request)
    job = next_part(job, wanted)
    too_many = job.kind == "xlsx" and job.rows > MOST_ROWS
    context = {"job": job, "sentence": sentence(wanted), "query": job.query, "asked": True, "too_many": too_many}
    context |= {"with_identity": job.with_identity, "most": MOST_ROWS}
    return render(request, f"{PAGE}#progress" if request.htmx else PAGE, context)


@requires(Permission.EXPORT_DEPARTMENT)
@require_POST
def department_export_file(request: PersonRequest) -> HttpResponse | FileResponse:
    """The finished file, once."""
    job = job_from(request.POST.get("job", ""), by=request.user)
    if job is None or not is_whole(job) or (job.kind == "xlsx" and job.rows > MOST_ROWS):
        return _anew(request)
    return sent(job, by=request.user, at=timezone.now(), on=timezone.localdate())


def _begun(request: PersonRequest) -> Job:
    remove_old()
    return new_job(query=request.POST.get("query", "")[:2_000], kind=request.POST.get("kind", ""), by=request.user)


def _anew(request: PersonRequest) -> HttpResponse:
    messages.warning(request, _("This file is not there any more, or you may not have it. Make it anew."))
    page = redirect("department_export")
    return HttpResponse(headers={"HX-Redirect": page["Location"]}) if request.htmx else page
