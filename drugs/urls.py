"""Addresses of the drugs; a drug is named by its normalised name."""

from django.urls import path

from drugs import unit_views, views

urlpatterns = [
    path("", views.drug_list, name="drug_list"),
    path("new/", unit_views.drug_new, name="drug_new"),
    path("<str:name_key>/", views.drug, name="drug"),
    path("<str:name_key>/names/new/", unit_views.drug_name_new, name="drug_name_new"),
    path("<str:name_key>/products/new/", unit_views.product_new, name="product_new"),
    path("<str:name_key>/values/new/", unit_views.drug_value_new, name="drug_value_new"),
    path("<str:name_key>/products/<int:product>/values/new/", unit_views.product_value_new, name="product_value_new"),
    path("<str:name_key>/values/<int:drug_value>/revise/", unit_views.value_revise, name="value_revise"),
    path("<str:name_key>/<slug:drug_subject>/<int:drug_row>/use/", unit_views.row_retire, name="drug_row_retire"),
]
