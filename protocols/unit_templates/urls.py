"""Addresses of the unit's templates, below the library."""

from django.urls import path

from protocols.unit_templates import (
    exporting_views,
    reading_views,
    retiring_views,
    saying_views,
    signing_views,
    withdrawing_views,
    writing_views,
)

urlpatterns = [
    path("unit/new/", writing_views.unit_template_new, name="unit_template_new"),
    path("<slug:unit_slug>/revise/", writing_views.unit_template_revise, name="unit_template_revise"),
    path("<slug:unit_slug>/retire/", retiring_views.unit_template_retire, name="unit_template_retire"),
    path("<slug:slug>/revisions/", reading_views.template_revisions, name="template_revisions"),
    path("<slug:slug>/<int:revision>/", reading_views.template_revision, name="template_revision"),
    path("<slug:slug>/<int:revision>/copy/", writing_views.template_copy, name="template_copy"),
    path("<slug:slug>/<int:revision>/sign-off/", signing_views.template_sign_off, name="template_sign_off"),
    path(
        "<slug:slug>/<int:revision>/sign-off/<uuid:sign_off_key>/withdraw/",
        withdrawing_views.template_sign_off_withdraw,
        name="template_sign_off_withdraw",
    ),
    path("<slug:slug>/<int:revision>/library.yaml", exporting_views.template_export, name="template_export"),
    path(
        "<slug:slug>/<int:revision>/specification.yaml",
        exporting_views.template_specification,
        name="template_specification",
    ),
    path(
        "<slug:unit_slug>/<int:revision>/reading/",
        saying_views.unit_template_reading,
        name="unit_template_reading",
    ),
]
