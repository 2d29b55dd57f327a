"""Addresses of samples, below a patient's code."""

from django.urls import path

from reactions.samples import views

urlpatterns = [
    path("", views.samples, name="samples"),
    path("new/", views.sample_record, name="sample_record"),
    path("<slug:sample_key>/in-error/", views.sample_error, name="sample_error"),
]
