"""Addresses of the pack for downtime."""

from django.urls import path

from protocols.downtime import views

urlpatterns = [
    path("", views.downtime, name="downtime"),
    path("draw/", views.downtime_draw, name="downtime_draw"),
    path("pack/", views.downtime_pack, name="downtime_pack"),
]
