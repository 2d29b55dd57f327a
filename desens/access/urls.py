"""The door and the own account. Of django-allauth only what is used; the rest has no address."""

from django.urls import path

from desens.access import factor_views, link_views, people_views, session_views, views

urlpatterns = [
    path("log-in/", views.log_in, name="account_login"),
    path("log-out/", views.log_out, name="account_logout"),
    path("sign-up/", views.sign_up_closed, name="account_signup"),
    path("password/", views.change_password, name="account_change_password"),
    path("profile/", views.profile, name="profile"),
    path("sessions/", session_views.own_sessions, name="own_sessions"),
    path("reauthenticate/", factor_views.reauthenticate, name="account_reauthenticate"),
    path("code/", factor_views.authenticate, name="mfa_authenticate"),
    path("second-factor/", factor_views.factors, name="mfa_index"),
    path("second-factor/app/", factor_views.set_up_app, name="mfa_activate_totp"),
    path("second-factor/passkey/", factor_views.add_passkey, name="mfa_add_webauthn"),
    path("second-factor/codes/", factor_views.show_codes, name="mfa_view_recovery_codes"),
    path("second-factor/codes/new/", factor_views.new_codes, name="mfa_generate_recovery_codes"),
    path("second-factor/remove/", factor_views.remove_factor, name="mfa_remove"),
    path("people/", people_views.people_list, name="people"),
    path("invite/", people_views.invite, name="person_invite"),
    path("people/<str:username>/", people_views.person, name="person"),
    path("people/<str:username>/lock/", people_views.person_lock, name="person_lock"),
    path("people/<str:username>/unlock/", people_views.person_unlock, name="person_unlock"),
    path("people/<str:username>/reset/", people_views.person_reset, name="person_reset"),
    path("link/<str:token>/", link_views.invitation, name="invitation"),
]
