"""Addresses of recording a procedure, under one patient."""

from django.urls import path

from procedures.recording import views

urlpatterns = [
    path("new/", views.procedure_new, name="procedure_new"),
    path("given/<slug:protocol_code>/<int:number>/", views.procedure_given, name="procedure_given"),
    path("<slug:procedure_code>/", views.procedure, name="procedure"),
    path("<slug:procedure_code>/correct/", views.procedure_correct, name="procedure_correct"),
    path("<slug:procedure_code>/error/", views.procedure_error, name="procedure_error"),
]
