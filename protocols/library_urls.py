"""Addresses of the protocol library."""

from django.urls import include, path

from protocols import library_views
from protocols.tables import views as table_views

urlpatterns = [
    path("", library_views.template_list, name="template_list"),
    path("check-a-table/", table_views.check_a_table, name="check_a_table"),
    path("", include("protocols.unit_templates.urls")),
    path("<slug:slug>/", library_views.template_page, name="template"),
]
