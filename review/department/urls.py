"""Addresses of the department."""

from django.urls import path

from review.department import views
from review.department.export import views as export_views

urlpatterns = [
    path("", views.department, name="department"),
    path("counts/", views.department_counts, name="department_counts"),
    path("export/", export_views.department_export, name="department_export"),
    path("export/part/", export_views.department_export_part, name="department_export_part"),
    path("export/file/", export_views.department_export_file, name="department_export_file"),
]
