"""The product's addresses, and views that fail in the ways the frame must stand."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path

from desens.access.decorators import public, signed_in
from desens.access.models import User
from desens.records.once import OtherContentError
from desens.urls import handler400, handler403, handler404, handler429, handler500, urlpatterns  # noqa: F401 - read by Django

NAME = "GARCÍA SECRETA"


@public
def broken(request, code):
    """Fails with a name in the exception, in its cause and in a local variable."""
    patient = NAME
    try:
        raise KeyError(patient)
    except KeyError as error:
        raise RuntimeError(f"no weight for {patient}") from error


@public
def forbidden(request):
    """Refuses."""
    raise PermissionDenied(NAME)


@public
def suspicious(request):
    """Takes what came for no request of ours."""
    raise SuspiciousOperation(NAME)


@public
def sent_before(request):
    """Finds the form's key used, with other content."""
    raise OtherContentError(User(full_name=NAME))


@public
def elsewhere(request):
    """Redirects to another page, with a message."""
    messages.success(request, "Recorded.")
    return redirect("/")


@public
def accepting(request):
    """Takes a form."""
    return HttpResponse("taken")


@signed_in
def panel(request):
    """A piece of a page."""
    return HttpResponse("<p>panel</p>")


urlpatterns = [
    path("broken/<slug:code>/", broken, name="broken"),
    path("forbidden/", forbidden, name="forbidden"),
    path("suspicious/", suspicious, name="suspicious"),
    path("sent-before/", sent_before, name="sent_before"),
    path("elsewhere/", elsewhere, name="elsewhere"),
    path("accepting/", accepting, name="accepting"),
    path("panel/", panel, name="panel"),
    *urlpatterns,
]
