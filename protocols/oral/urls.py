"""Addresses of the oral editor, below a patient's protocols."""

from django.urls import path

from protocols.oral import views

urlpatterns = [
    path("oral/", views.oral_new, name="oral_new"),
    path("<slug:protocol_code>/oral/", views.oral_version_new, name="oral_version_new"),
]
