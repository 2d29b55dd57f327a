"""Addresses of adjuvant medicines, under one patient."""

from django.urls import path

from procedures.adjuvants import views

urlpatterns = [
    path("", views.adjuvants, name="adjuvants"),
    path("doses/new/", views.adjuvant_dose, name="adjuvant_dose"),
    path("interval/new/", views.adjuvant_plan, name="adjuvant_plan"),
    path("stop/new/", views.adjuvant_stop, name="adjuvant_stop"),
    path("entries/<slug:adjuvant_key>/error/", views.adjuvant_error, name="adjuvant_error"),
]
