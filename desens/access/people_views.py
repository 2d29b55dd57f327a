"""The administrator's pages about people: list, invite, roles, lock and unlock, reset."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from desens.access import people
from desens.access.decorators import requires
from desens.access.links import link_address
from desens.access.models import User
from desens.access.people_forms import InviteForm, OpenedForm, ResetForm, RolesForm
from desens.access.requests import PersonRequest
from desens.access.roles import Permission
from desens.access.selectors import people as everybody
from desens.access.selectors import person_row
from desens.records.versioned import StaleSave

page_or_form = require_http_methods(["GET", "HEAD", "POST"])


@requires(Permission.MANAGE_USERS)
@require_safe
def people_list(request: PersonRequest) -> HttpResponse:
    """Everybody, with roles and state."""
    return render(request, "access/people.html", {"people": everybody(at=timezone.now())})


@requires(Permission.MANAGE_USERS)
@page_or_form
def invite(request: PersonRequest) -> HttpResponse:
    """A new person; the one-time link is shown once, in the answer."""
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            user, token = people.invite(**form.cleaned_data, by=request.user, at=timezone.now())
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return _link_page(request, user, token)
    return render(request, "access/invite.html", {"form": form})


@requires(Permission.MANAGE_USERS)
@page_or_form
def person(request: PersonRequest, username: str) -> HttpResponse:
    """One person; here the roles are set."""
    found = get_object_or_404(User, username=username)
    form = RolesForm(request.POST or None, initial={"roles": sorted(found.roles), "version": found.version})
    refused = ""
    if request.method == "POST" and form.is_valid():
        refused = _attempt(request, people.set_roles, found, form, roles=form.cleaned_data["roles"])
        if not refused:
            messages.success(request, _("Saved. It holds from the next page this person opens."))
            return redirect("person", username)
    return _person_page(request, found, form, refused)


@requires(Permission.MANAGE_USERS)
@require_POST
def person_lock(request: PersonRequest, username: str) -> HttpResponse:
    """Ends the person's sessions and closes the door."""
    return _switch(request, username, people.lock, _("Locked. This person is out from now on."))


@requires(Permission.MANAGE_USERS)
@require_POST
def person_unlock(request: PersonRequest, username: str) -> HttpResponse:
    """Opens the door again."""
    return _switch(request, username, people.unlock, _("Unlocked. This person may log in again."))


@requires(Permission.MANAGE_USERS)
@page_or_form
def person_reset(request: PersonRequest, username: str) -> HttpResponse:
    """A new one-time link in place of password and second factor."""
    found = get_object_or_404(User, username=username)
    form = ResetForm(request.POST or None, initial={"version": found.version})
    refused, links = "", list[str]()
    if request.method == "POST" and form.is_valid():
        refused = _attempt(request, _reset_into(links), found, form, reason=form.cleaned_data["reason"])
        if not refused:
            return _link_page(request, found, links[0])
    context = {"form": _reopened(form, found, refused), "person": person_row(found, at=timezone.now())}
    return render(request, "access/person_reset.html", context | {"refused": refused}, status=409 if refused else 200)


def _reset_into(links: list[str]) -> Callable[..., None]:
    return lambda **values: links.append(people.reset(**values))


def _switch(request: PersonRequest, username: str, service: Callable[..., None], told: str) -> HttpResponse:
    found = get_object_or_404(User, username=username)
    form = OpenedForm(request.POST)
    refused = _attempt(request, service, found, form) if form.is_valid() else "stale"
    if not refused:
        messages.success(request, told)
        return redirect("person", username)
    return _person_page(request, found, RolesForm(initial={"roles": sorted(found.roles)}), refused)


def _attempt(request: PersonRequest, service: Callable[..., None], found: User, form: OpenedForm, **values: Any) -> str:
    """Calls the service; gives what stood in the way: "stale", "last" or nothing."""
    version = form.cleaned_data["version"]
    try:
        service(person=found, expected_version=version, by=request.user, at=timezone.now(), **values)
    except StaleSave:
        return "stale"
    except people.LastAdministratorError:
        return "last"
    return ""


def _person_page(request: HttpRequest, found: User, form: RolesForm, refused: str) -> HttpResponse:
    row = person_row(found, at=timezone.now())
    context = {"person": row, "form": _reopened(form, found, refused), "refused": refused}
    return render(request, "access/person.html", context, status=409 if refused else 200)


def _reopened(form: Any, found: User, refused: str) -> Any:
    """After a refusal: what was typed, in a form that opens at the version stored now."""
    if not refused:
        return form
    found.refresh_from_db()
    typed = form.data.copy() if form.is_bound else None
    if typed is None:
        return type(form)(initial=form.initial | {"version": found.version})
    typed["version"] = found.version
    return type(form)(typed)


def _link_page(request: HttpRequest, user: User, token: str) -> HttpResponse:
    return render(request, "access/link.html", {"person": user, "address": link_address(token)})
