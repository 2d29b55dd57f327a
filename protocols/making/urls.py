"""Addresses below a version: the bags that were made of it."""

from django.urls import path

from protocols.making import error_views, views

_BELOW = "<slug:protocol_code>/<int:number>/preparation/"

urlpatterns = [
    path(f"{_BELOW}made/", views.bags_made, name="bags_made"),
    path(f"{_BELOW}check/", views.bags_check, name="bags_check"),
    path(f"{_BELOW}error/", error_views.bags_error, name="bags_error"),
]
