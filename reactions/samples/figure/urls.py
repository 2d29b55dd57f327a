"""Addresses of the pictures of samples."""

from django.urls import path

from reactions.samples.figure import views

urlpatterns = [path("<str:sample_token>/<slug:figure_size>.svg", views.sample_svg, name="sample_svg")]
