"""Addresses of assessments, below a patient's reactions."""

from django.urls import path

from reactions.assessing import entry_views, views

ADDRESSES = {"naranjo": "naranjo", "grounds": "grounds", "challenge": "challenges/new"}
urlpatterns = [
    path("<uuid:case_key>/assessment/", views.assessment, name="assessment"),
    path("<uuid:case_key>/assessment/sign/", views.assessment_sign, name="assessment_sign"),
    path(
        "<uuid:case_key>/assessment/challenges/<uuid:challenge_key>/error/",
        entry_views.challenge_error,
        name="challenge_error",
    ),
    *(
        path(f"<uuid:case_key>/assessment/{address}/", entry_views.record, {"kind": kind}, name=f"assessment_{kind}")
        for kind, address in ADDRESSES.items()
    ),
]
