"""Addresses of pictures."""

from django.urls import path

from protocols.figure import views

urlpatterns = [
    path("<str:figure_token>/", views.figure_picture, name="figure_picture"),
    path("<str:figure_token>/<slug:figure_size>.svg", views.figure_svg, name="figure_svg"),
]
