"""The door and the own account. Of django-allauth only what is used; the rest has no address."""

from django.urls import path

from desens.access import views

urlpatterns = [
    path("log-in/", views.log_in, name="account_login"),
    path("log-out/", views.log_out, name="account_logout"),
    path("inactive/", views.inactive, name="account_inactive"),
    path("sign-up/", views.sign_up_closed, name="account_signup"),
    path("password/", views.change_password, name="account_change_password"),
    path("profile/", views.profile, name="profile"),
]
