"""Addresses of the work lists beside home."""

from django.urls import path

from worklists import views

urlpatterns = [path("<slug:list_name>/", views.worklist, name="worklist")]
