"""Pages on which the unit adds its own drugs, names, products and values, and takes rows out of use."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from desens.access.decorators import requires
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from drugs import unit_services as services
from drugs.drug_page import shown_value
from drugs.finding import drug_lines, suggested
from drugs.forms import (
    ChooserForm,
    DrugForm,
    NameForm,
    ProductForm,
    RetireForm,
    ValueForm,
    kinds_of,
    name_taken,
    value_initial,
)
from drugs.kinds import KINDS
from drugs.models import Drug, Product
from drugs.selectors import drug_of, product_of, retired, row_of, value_of

EITHER = ["GET", "POST"]


@requires(Permission.MANAGE_DRUGS)
@require_http_methods(EITHER)
def drug_new(request: PersonRequest) -> HttpResponse:
    """A drug of the unit's own; a name near another's asks first."""
    form, near = DrugForm(request.POST or None), drug_lines([])
    if request.method == "POST" and form.is_valid():
        name = form.cleaned_data["name"]
        near = drug_lines([]) if form.cleaned_data["confirmed"] else drug_lines(suggested(name))
        if not near and (added := _added(form, name, request)):
            messages.success(request, _("Added. Next: its products, and what is known of it, with the source."))
            return redirect("drug", added.name_key)
    return render(request, "drugs/new.html", {"form": form, "near": near})


def _added(form: DrugForm, name: str, request: PersonRequest) -> Drug | None:
    try:
        return services.add_drug(name=name, by=request.user, at=timezone.now())
    except services.NameTakenError as taken:
        name_taken(form, reverse("drug", args=[taken.drug.name_key]))
        return None


@requires(Permission.MANAGE_DRUGS)
@require_http_methods(EITHER)
def drug_name_new(request: PersonRequest, name_key: str) -> HttpResponse:
    """Another name of the drug."""
    drug, form = drug_of(name_key), NameForm(request.POST or None, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        try:
            services.add_name(drug=drug, new=form.new_name(), **_entry(request, form))
        except services.NameTakenError as taken:
            name_taken(form, reverse("drug", args=[taken.drug.name_key]))
        else:
            return _saved(request, drug)
    return _form(request, drug, form, _("Add a name"))


@requires(Permission.MANAGE_DRUGS)
@require_http_methods(EITHER)
def product_new(request: PersonRequest, name_key: str) -> HttpResponse:
    """A product of the drug."""
    drug, form = drug_of(name_key), ProductForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.add_product(drug=drug, **form.cleaned_data, by=request.user, at=timezone.now())
        except services.ProductTakenError:
            form.add_error("name", _("This drug has a product of that name."))
        else:
            return _saved(request, drug)
    return _form(request, drug, form, _("Add a product"))


@requires(Permission.MANAGE_DRUGS)
@require_http_methods(EITHER)
def drug_value_new(request: PersonRequest, name_key: str) -> HttpResponse:
    """A value of the drug itself."""
    drug = drug_of(name_key)
    return _value_new(request, drug, drug)


@requires(Permission.MANAGE_DRUGS)
@require_http_methods(EITHER)
def product_value_new(request: PersonRequest, name_key: str, product: int) -> HttpResponse:
    """A value of one of its products."""
    drug = drug_of(name_key)
    return _value_new(request, drug, product_of(drug, product))


@requires(Permission.MANAGE_DRUGS)
@require_http_methods(EITHER)
def value_revise(request: PersonRequest, name_key: str, drug_value: int) -> HttpResponse:
    """The unit's next revision of a value."""
    drug = drug_of(name_key)
    row = value_of(drug, drug_value)
    about = row.product or drug
    stands = services.standing_value(about, row.what, row.condition)
    initial = value_initial(row) | {"based_on": stands and stands.pk}
    form = ValueForm(**_bound(request, drug, initial), what=row.what)
    form.fields["condition"].disabled = True
    return _state(request, drug, about, form)


@requires(Permission.MANAGE_DRUGS)
@require_http_methods(EITHER)
def row_retire(request: PersonRequest, name_key: str, drug_subject: str, drug_row: int) -> HttpResponse:
    """Take the drug, or one of its names, products or values, out of use; or use it again."""
    drug = drug_of(name_key)
    found, form = row_of(drug, drug_subject, drug_row), RetireForm(request.POST or None)
    out = found.pk in getattr(retired(), f"{drug_subject}s")
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        services.retire(row=found, is_retired=not out, reason=reason, **_entry(request, form))
        return _saved(request, drug)
    return _form(request, drug, form, _("Use again") if out else _("Take out of use"), what=str(found))


def _value_new(request: PersonRequest, drug: Drug, about: Drug | Product) -> HttpResponse:
    of, what = about._meta.model_name, request.GET.get("what", "")
    if what not in KINDS or KINDS[what].of != of:
        chooser = ChooserForm(kinds=kinds_of(str(of)))
        return render(request, "drugs/choose.html", {"drug": drug, "about": about, "form": chooser})
    return _state(request, drug, about, ValueForm(**_bound(request, drug), what=what))


def _state(request: PersonRequest, drug: Drug, about: Drug | Product, form: ValueForm) -> HttpResponse:
    context: dict[str, Any] = {"about": about, "based_on": form.initial.get("based_on")}
    if request.method == "POST" and form.is_valid():
        based_on = form.cleaned_data["based_on"]
        try:
            services.state_value(about=about, new=form.new_value(), based_on=based_on, **_entry(request, form))
        except services.StaleValueError as stale:
            theirs = shown_value(stale.current, retired()) if stale.current else None
            context |= {"stale": True, "theirs": theirs, "based_on": stale.current and stale.current.pk}
        else:
            return _saved(request, drug)
    return _form(request, drug, form, form.kind.label, **context)


def _bound(request: PersonRequest, drug: Drug, initial: dict[str, Any] | None = None) -> dict[str, Any]:
    return {
        "data": request.POST or None,
        "today": timezone.localdate(),
        "initial": {"drug_key": drug.name_key} | (initial or {}),
    }


def _entry(request: PersonRequest, form: forms.Form) -> dict[str, Any]:
    return {"entry_key": form.cleaned_data["entry_key"], "by": request.user, "at": timezone.now()}


def _form(request: PersonRequest, drug: Drug, form: forms.Form, title: object, **context: Any) -> HttpResponse:
    return render(request, "drugs/form.html", {"drug": drug, "form": form, "title": title, **context})


def _saved(request: PersonRequest, drug: Drug) -> HttpResponse:
    messages.success(request, _("Saved."))
    return redirect("drug", drug.name_key)
