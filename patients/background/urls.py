"""Addresses of the background, below a patient's code."""

from django.urls import path

from patients.background import views

ADDRESSES = {
    "condition": "conditions",
    "line": "lines",
    "line_end": "line-ends",
    "dose": "doses",
    "value": "values",
    "risk": "risk-factors",
    "medicine": "medicines",
}
urlpatterns = [
    path("", views.background, name="background"),
    path("medicines/none/", views.no_medicines, name="background_no_medicines"),
    *(
        path(f"{address}/new/", views.record, {"kind": kind}, name=f"background_{kind}")
        for kind, address in ADDRESSES.items()
    ),
]
