"""Addresses of the allergist's papers, below a patient's code."""

from django.urls import path

from reactions.documents import views

urlpatterns = [
    path("reactions/<uuid:case_key>/report/", views.reaction_report, name="reaction_report"),
    path("allergy-card/", views.patient_card, name="patient_card"),
]
