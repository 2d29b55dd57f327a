"""Addresses of the allergist's papers, below a patient's code."""

from django.urls import path

from reactions.documents import card_views, report_views

urlpatterns = [
    path("reactions/<uuid:case_key>/report/", report_views.reaction_report, name="reaction_report"),
    path("allergy-card/", card_views.patient_card, name="patient_card"),
]
