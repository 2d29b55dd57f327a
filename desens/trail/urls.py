"""Addresses of the trail."""

from django.urls import path

from desens.trail import chain_views, views

urlpatterns = [
    path("", views.trail, name="trail"),
    path("export.csv", views.trail_export, name="trail_export"),
    path("chain/", chain_views.trail_chain, name="trail_chain"),
]
