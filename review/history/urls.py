"""Addresses of the history, under one patient."""

from django.urls import path

from review.history import paper_views, views

urlpatterns = [
    path("", views.history_page, name="history"),
    path("history.pdf", paper_views.history_pdf, name="history_pdf"),
]
