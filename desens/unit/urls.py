"""Addresses of the unit's settings."""

from django.urls import path

from desens.unit import views

urlpatterns = [
    path("", views.unit_settings, name="unit_settings"),
    path("<slug:setting>/", views.unit_setting, name="unit_setting"),
    path("<slug:setting>/change/", views.unit_setting_change, name="unit_setting_change"),
]
