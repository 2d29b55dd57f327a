"""The page that proposes a patient's target dose and shows its working; it saves nothing."""

from fractions import Fraction

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.audit.looks import looked
from desens.unit.selectors import current
from patients.person import records_of
from patients.selectors import identity, patient_of
from protocols.dose_figures import figures_of, first_choices, ordered_doses
from protocols.dose_form import DoseForm
from protocols.dose_page import dose_page
from protocols.engine.dosing import target_dose
from protocols.prescribable import only_prescribable


@requires(Permission.WRITE_PROTOCOL)
@require_http_methods(["GET", "POST"])
@only_prescribable
def target_dose_view(request: PersonRequest, code: str) -> HttpResponse:
    """From what was ordered and the patient's standing figures; `?order=` begins with an ordered dose."""
    patient, today = patient_of(code), timezone.localdate()
    person = records_of(patient)
    head = identity(patient, viewer=request.user, on=today, person=person)
    orders = ordered_doses(person.ids)
    initial = first_choices(orders, request.GET.get("order", ""))
    form = DoseForm(request.POST or None, initial=initial, unit=current(), today=today)
    page = None
    if form.is_valid():
        figures = figures_of(head, ids=person.ids, on=today, gfr=form.measured_gfr())
        step = Fraction(form.cleaned_data["step"])
        result = target_dose(form.basis_ordered(), patient=figures, on=today, step=step)
        page = dose_page(result, form, sex=figures.sex)
    elif request.method == "GET":
        looked(by=request.user, at=timezone.now(), subject="target dose", subject_code=code, patient_code=code)
    return render(request, "protocols/dose.html", {"identity": head, "form": form, "page": page, "orders": orders})
