"""Addresses of procedures, under one patient."""

from django.urls import include, path

urlpatterns = [
    path("procedures/", include("procedures.recording.urls")),
    path("procedures/<slug:procedure_code>/reactions/", include("procedures.breakthroughs.urls")),
    path("adjuvants/", include("procedures.adjuvants.urls")),
]
