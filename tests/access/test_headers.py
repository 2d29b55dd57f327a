"""What every answer of the door tells the browser."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests.cast import PASSWORD, client_of

PAGES = ["account_login", "account_signup", "account_inactive"]


@pytest.mark.django_db
@pytest.mark.parametrize("name", PAGES)
def test_nothing_runs_that_is_not_ours_and_nobody_frames_us(name):
    response = Client().get(reverse(name))
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    policy = dict(part.split(" ", 1) for part in response["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"


@pytest.mark.parametrize("name", ["account_login", "account_change_password", "account_logout", "profile", "home"])
def test_pages_of_the_account_are_not_kept_by_the_browser(name, nurse):
    client = Client() if name == "account_login" else client_of(nurse)
    assert "no-store" in client.get(reverse(name))["Cache-Control"]


def test_a_log_in_without_the_form_s_secret_is_refused(nurse):
    strict = Client(enforce_csrf_checks=True)
    typed = {"login": nurse.username, "password": PASSWORD}
    assert strict.post(reverse("account_login"), typed).status_code == 403
    strict.get(reverse("account_login"))
    typed["csrfmiddlewaretoken"] = strict.cookies["csrftoken"].value
    assert strict.post(reverse("account_login"), typed).status_code == 302


def test_no_door_goes_round_ours():
    assert "django.contrib.admin" not in settings.INSTALLED_APPS
    assert settings.AUTHENTICATION_BACKENDS[0] == "axes.backends.AxesStandaloneBackend"
    assert "django.contrib.auth.middleware.LoginRequiredMiddleware" in settings.MIDDLEWARE
