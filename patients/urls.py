"""Addresses of the patients' pages; a patient is named by the random code only."""

from django.urls import path

from patients import views

urlpatterns = [
    path("", views.patient_list, name="patient_list"),
    path("register/", views.patient_register, name="patient_register"),
    path("<slug:code>/", views.patient, name="patient"),
    path("<slug:code>/measurements/new/", views.measurement_record, name="measurement_record"),
    path("<slug:code>/allergies/new/", views.allergy_record, name="allergy_record"),
    path("<slug:code>/allergies/none/", views.allergies_none, name="allergies_none"),
]
