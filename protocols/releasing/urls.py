"""Addresses below a patient's protocols: release a version, mark one as void."""

from django.urls import path

from protocols.releasing.views import version_release
from protocols.releasing.void_views import version_void

urlpatterns = [
    path("<slug:protocol_code>/<int:number>/release/", version_release, name="version_release"),
    path("<slug:protocol_code>/<int:number>/void/", version_void, name="version_void"),
]
