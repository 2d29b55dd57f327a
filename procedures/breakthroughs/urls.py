"""Addresses of the breakthroughs of a procedure."""

from django.urls import path

from procedures.breakthroughs import tie_views, views

urlpatterns = [
    path("", views.breakthrough_list, name="breakthrough_list"),
    path("new/", views.breakthrough_new, name="breakthrough_new"),
    path("new/panel/", views.breakthrough_panel, name="breakthrough_panel"),
    path("new/sketch/drop/", views.breakthrough_sketch_drop, name="breakthrough_sketch_drop"),
    path("tie/", tie_views.breakthrough_tie, name="breakthrough_tie"),
    path("<slug:tie_key>/correct/", tie_views.breakthrough_correct, name="breakthrough_correct"),
    path("<slug:tie_key>/error/", tie_views.breakthrough_error, name="breakthrough_error"),
]
