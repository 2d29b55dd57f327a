"""Every address, by app."""

from django.urls import include, path

from desens.running.health import live, ready
from desens.running.views import installation
from worklists.views import home

urlpatterns = [
    path("", home, name="home"),
    path("lists/", include("worklists.urls")),
    path("live", live, name="live"),
    path("ready", ready, name="ready"),
    path("installation/", installation, name="installation"),
    path("account/", include("desens.access.urls")),
    path("patients/<slug:code>/", include("reactions.urls")),
    path("patients/<slug:code>/", include("procedures.urls")),
    path("patients/", include("patients.urls")),
    path("patients/<slug:code>/protocols/", include("protocols.urls")),
    path("patients/<slug:code>/history/", include("review.history.urls")),
    path("department/", include("review.department.urls")),
    path("library/", include("protocols.library_urls")),
    path("sheets/", include("protocols.papers.urls")),
    path("downtime/", include("protocols.downtime.urls")),
    path("figures/samples/", include("reactions.samples.figure.urls")),
    path("figures/", include("protocols.figure.urls")),
    path("drugs/", include("drugs.urls")),
    path("trail/", include("desens.trail.urls")),
    path("unit/", include("desens.unit.urls")),
]

handler400 = "desens.pages.errors.bad_request"
handler403 = "desens.pages.errors.permission_denied"
handler404 = "desens.pages.errors.not_found"
handler429 = "desens.pages.errors.too_many_requests"
handler500 = "desens.pages.errors.server_error"
