"""Addresses of the patients' pages; a patient is named by the random code only."""

from django.urls import include, path

from patients import keeping_views, views

urlpatterns = [
    path("", views.patient_list, name="patient_list"),
    path("register/", views.patient_register, name="patient_register"),
    path("<slug:code>/", views.patient, name="patient"),
    path("<slug:code>/measurements/new/", views.measurement_record, name="measurement_record"),
    path("<slug:code>/allergies/new/", views.allergy_record, name="allergy_record"),
    path("<slug:code>/allergies/none/", views.allergies_none, name="allergies_none"),
    path("<slug:code>/amend/", keeping_views.patient_amend, name="patient_amend"),
    path("<slug:code>/state/", keeping_views.patient_state, name="patient_state"),
    path("<slug:code>/join/", keeping_views.patient_join, name="patient_join"),
    path("<slug:code>/joined/<slug:other_code>/undo/", keeping_views.joining_undo, name="joining_undo"),
    path("<slug:code>/background/", include("patients.background.urls")),
    path("<slug:code>/<slug:kind>/<slug:entry_key>/error/", keeping_views.entry_error, name="entry_error"),
]
