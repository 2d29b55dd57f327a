"""Addresses of the allergist's half, below a patient's code; they stand before those of patients.urls."""

from django.urls import include, path

urlpatterns = [
    path("reactions/", include("reactions.recording.urls")),
    path("reactions/", include("reactions.assessing.urls")),
    path("", include("reactions.documents.urls")),
    path("samples/", include("reactions.samples.urls")),
    path("skin-tests/", include("reactions.skin_tests.urls")),
]
