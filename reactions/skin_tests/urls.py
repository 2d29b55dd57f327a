"""Addresses of skin tests, below a patient's code."""

from django.urls import path

from reactions.skin_tests import keeping_views, paper_views, plan_views, result_views, views

urlpatterns = [
    path("", views.skin_tests, name="skin_tests"),
    path("new/", plan_views.plan, name="skin_test_plan"),
    path("<slug:session_key>/", views.session, name="skin_test_session"),
    path("<slug:session_key>/results/<slug:read_after>/", result_views.results, name="skin_test_results"),
    path("<slug:session_key>/reading/", keeping_views.opinion, name="skin_test_opinion"),
    path("<slug:session_key>/sheet/", paper_views.sheet, name="skin_test_sheet"),
    path("<slug:session_key>/preparation/", paper_views.preparation, name="skin_test_preparation"),
    path(
        "<slug:session_key>/<slug:skin_test_entry>/<slug:skin_test_key>/error/",
        keeping_views.error,
        name="skin_test_error",
    ),
]
