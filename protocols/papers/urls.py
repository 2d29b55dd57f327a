"""Addresses of printed documents that no patient stands before."""

from django.urls import path

from protocols.papers import views

urlpatterns = [
    path("", views.check_a_sheet, name="check_a_sheet"),
]
