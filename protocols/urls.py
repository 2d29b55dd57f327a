"""Addresses below a patient: protocols, versions and what is printed from them."""

from django.urls import include, path

from protocols import dose_views, editor_views, preparation_views, views
from protocols.checking import verify_views
from protocols.checking import views as checking_views
from protocols.lifecycle import views as lifecycle_views
from protocols.papers import label_views, version_views
from protocols.unit_templates import writing_views

urlpatterns = [
    path("", views.protocol_list, name="protocol_list"),
    path("", include("protocols.oral.urls")),
    path("new/", editor_views.protocol_new, name="protocol_new"),
    path("target-dose/", dose_views.target_dose_view, name="target_dose"),
    path("<slug:protocol_code>/new/", editor_views.version_new, name="version_new"),
    path("<slug:protocol_code>/<int:number>/", views.version, name="version"),
    path("<slug:protocol_code>/<int:number>/sign/", lifecycle_views.version_sign, name="version_sign"),
    path("<slug:protocol_code>/<int:number>/check/", checking_views.version_check, name="version_check"),
    path("<slug:protocol_code>/<int:number>/verify/", verify_views.version_verify, name="version_verify"),
    path("<slug:protocol_code>/<int:number>/template/", writing_views.version_template, name="version_template"),
    path("<slug:protocol_code>/<int:number>/preparation/", preparation_views.preparation, name="preparation"),
    path("<slug:protocol_code>/<int:number>/nursing-sheet.pdf", version_views.nursing_sheet_pdf, name="nursing_sheet"),
    path(
        "<slug:protocol_code>/<int:number>/preparation-sheet.pdf",
        version_views.preparation_sheet_pdf,
        name="preparation_sheet",
    ),
    path("<slug:protocol_code>/<int:number>/calendar.pdf", version_views.patient_calendar_pdf, name="patient_calendar"),
    path("<slug:protocol_code>/<int:number>/labels/", label_views.labels, name="bag_labels"),
    path("<slug:protocol_code>/<int:number>/bags/<int:bag>/", label_views.bag, name="bag"),
    path("", include("protocols.making.urls")),
    path("", include("protocols.releasing.urls")),
]
