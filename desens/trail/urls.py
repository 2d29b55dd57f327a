"""Addresses of the trail."""

from django.urls import path

from desens.trail import views

urlpatterns = [
    path("", views.trail, name="trail"),
    path("export.csv", views.trail_export, name="trail_export"),
    path("chain/", views.trail_chain, name="trail_chain"),
]
