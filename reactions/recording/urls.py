"""Addresses of recorded reactions, below a patient's code."""

from django.urls import path

from reactions.recording import keeping_views, views

urlpatterns = [
    path("", views.reaction_list, name="reaction_list"),
    path("new/", views.reaction_record, name="reaction_record"),
    path("new/panel/", views.reaction_panel, name="reaction_panel"),
    path("new/sketch/drop/", views.reaction_sketch_drop, name="reaction_sketch_drop"),
    path("<slug:case_key>/", views.reaction, name="reaction"),
    path("<slug:case_key>/correct/", views.reaction_record, name="reaction_correct"),
    path("<slug:case_key>/correct/panel/", views.reaction_panel, name="reaction_correct_panel"),
    path("<slug:case_key>/correct/sketch/drop/", views.reaction_sketch_drop, name="reaction_correct_sketch_drop"),
    path("<slug:case_key>/error/", keeping_views.reaction_error, name="reaction_error"),
    path("<slug:case_key>/grades/<slug:scale>/", keeping_views.reaction_grade, name="reaction_grade"),
]
