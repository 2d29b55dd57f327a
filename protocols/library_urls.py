"""Addresses of the protocol library."""

from django.urls import path

from protocols import library_views

urlpatterns = [
    path("", library_views.template_list, name="template_list"),
    path("<slug:slug>/", library_views.template_page, name="template"),
]
