"""The samples of a patient on one page, the form that records them, and the mark that one was a mistake."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit.looks import looked
from desens.unit.selectors import current
from patients.keeping_forms import ReasonForm
from patients.keeping_services import mark_in_error
from patients.marking import marked
from patients.models import Patient
from patients.person import PersonRecords, records_of
from patients.selectors import identity, patient_of
from reactions.samples import selectors
from reactions.samples.figure.shown import picture_of
from reactions.samples.form import SamplesForm
from reactions.samples.judging import judgements
from reactions.samples.services import record_samples
from reactions.samples.shown import shown_judgement, shown_samples

MAY = {"test": Permission.RECORD_TEST, "mark_error": Permission.MARK_ERROR}


@requires(Permission.VIEW_REACTIONS)
@require_GET
def samples(request: PersonRequest, code: str) -> HttpResponse:
    """Every sample, tryptase judged and drawn."""
    found = patient_of(code)
    looked(by=request.user, at=timezone.now(), subject="samples", subject_code=found.code, patient_code=found.code)
    person = records_of(found)
    rows, cases = selectors.samples(person.ids), selectors.cases(person.ids)
    judged = judgements(rows, cases, unit=current())
    context = _head(request, found, person) | {
        "record": found,
        "may": _may(request) if person.leading == found else {},
        "judgements": [shown_judgement(each) for each in judged],
        "picture": picture_of(rows, judged),
        "samples": shown_samples(rows, cases),
    }
    return render(request, "reactions/samples/samples.html", context)


@requires(Permission.RECORD_TEST)
@require_http_methods(["GET", "POST"])
def sample_record(request: PersonRequest, code: str) -> HttpResponse:
    """Record one sample or several."""
    found, now = patient_of(code), timezone.now()
    person = records_of(found)
    form = SamplesForm(
        request.POST or None,
        cases=selectors.cases(person.ids),
        born=found.birth_date,
        now=now,
        today=timezone.localdate(now),
        of=request.GET.get("of", "")[:40],
    )
    if request.method == "POST" and form.is_valid():
        new, key = form.new_samples(), form.cleaned_data["entry_key"]
        record_samples(patient=found, new=new, entry_key=key, by=request.user, at=now)
        messages.success(request, _("Recorded."))
        return redirect("samples", code)
    looked(by=request.user, at=now, subject="samples", subject_code=found.code, patient_code=found.code)
    return render(request, "reactions/samples/record.html", _head(request, found, person) | {"form": form})


@requires(Permission.MARK_ERROR)
@require_http_methods(["GET", "POST"])
def sample_error(request: PersonRequest, code: str, sample_key: str) -> HttpResponse:
    """Mark a sample as entered in error."""
    found, now = patient_of(code), timezone.now()
    sample = selectors.sample_of(found, sample_key)
    form = ReasonForm(request.POST or None)
    if marked(request, form, partial(mark_in_error, entry=sample)):
        return redirect("samples", code)
    looked(by=request.user, at=now, subject="samples", subject_code=found.code, patient_code=found.code)
    context = _head(request, found, records_of(found)) | {"form": form, "entry_text": sample.told}
    return render(request, "reactions/samples/error.html", context)


def _head(request: PersonRequest, found: Patient, person: PersonRecords) -> dict[str, Any]:
    return {"identity": identity(found, viewer=request.user, on=timezone.localdate(), person=person)}


def _may(request: PersonRequest) -> dict[str, bool]:
    return {name: request.user.has(permission) for name, permission in MAY.items()}
