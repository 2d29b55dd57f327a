"""The second factor: demanded of the chosen roles, set up, asked at log-in, never replayed, sealed in the database."""

import json

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from desens.access.people import reset
from desens.access.second_factor import known_roles
from desens.audit.models import AuditEvent
from tests.access.factors import code_now, sure, with_app
from tests.cast import PASSWORD, client_of

DEMANDED = ["administrator", "allergist"]


def log_in(user, client=None):
    client = client or Client()
    client.post(reverse("account_login"), {"login": user.username, "password": PASSWORD})
    return client


def send_code(client, code):
    return client.post(reverse("mfa_authenticate"), {"code": code})


def is_in(client) -> bool:
    return client.get(reverse("profile")).status_code == 200


@pytest.fixture
def demanded(settings):
    settings.SECOND_FACTOR_ROLES = DEMANDED


def test_the_demonstration_demands_none(administrator, allergist):
    for user in (administrator, allergist):
        assert client_of(user).get(reverse("home")).status_code == 200


def test_chosen_roles_are_led_to_the_set_up_and_nowhere_else(demanded, administrator, allergist, nurse):
    assert client_of(nurse).get(reverse("home")).status_code == 200
    for user in (administrator, allergist):
        client = client_of(user)
        for name in ("home", "profile", "account_change_password", "own_sessions"):
            assert client.get(reverse(name))["Location"] == reverse("mfa_index")
            assert client.post(reverse(name), {"full_name": "X"})["Location"] == reverse("mfa_index")
        assert "Your role demands a second factor" in client.get(reverse("mfa_index")).content.decode()
        assert client.post(reverse("account_logout"))["Location"] == reverse("account_login")


def test_whoever_has_one_goes_on(demanded, allergist):
    with_app(allergist)
    assert client_of(allergist).get(reverse("home")).status_code == 200


def test_recovery_codes_alone_are_no_second_factor(demanded, allergist):
    RecoveryCodes.activate(allergist)
    assert client_of(allergist).get(reverse("home"))["Location"] == reverse("mfa_index")


def test_the_setting_names_roles_there_are(settings):
    assert known_roles() == []
    settings.SECOND_FACTOR_ROLES = ["nurse", "surgeon"]
    assert [error.msg for error in known_roles()] == ["SECOND_FACTOR_ROLES names 'surgeon'."]


def test_setting_up_asks_for_the_password_and_is_sealed_and_audited(nurse):
    client = client_of(nurse)
    assert client.get(reverse("mfa_activate_totp"))["Location"].startswith(reverse("account_reauthenticate"))
    page = sure(client).get(reverse("mfa_activate_totp"))
    seed = page.context["form"].secret
    assert seed not in json.dumps(dict(client.session.items()))
    assert client.post(reverse("mfa_activate_totp"), {"code": code_now(seed)}).status_code == 302
    for stored in Authenticator.objects.values_list("data", flat=True):
        assert seed not in json.dumps(stored)
    event = AuditEvent.objects.get(action="second_factor_changed")
    assert json.loads(event.before) == {"factors": []}
    assert [kept.split()[0] for kept in json.loads(event.after)["factors"]] == ["totp", "recovery_codes"]
    assert seed not in event.after


def test_the_code_that_set_it_up_does_not_open_the_log_in_as_well(nurse):
    client = sure(client_of(nurse))
    code = code_now(client.get(reverse("mfa_activate_totp")).context["form"].secret)
    client.post(reverse("mfa_activate_totp"), {"code": code})
    elsewhere = log_in(nurse)
    send_code(elsewhere, code)
    assert not is_in(elsewhere)


def test_a_wrong_first_code_sets_nothing_up_and_keeps_the_seed(nurse):
    client = sure(client_of(nurse))
    seed = client.get(reverse("mfa_activate_totp")).context["form"].secret
    page = client.post(reverse("mfa_activate_totp"), {"code": "000000"})
    assert "This code is wrong" in page.content.decode()
    assert page.context["form"].secret == seed
    assert not Authenticator.objects.exists()


def test_a_wrong_password_does_not_open_the_set_up(nurse):
    client = client_of(nurse)
    page = client.post(reverse("account_reauthenticate"), {"password": "not-this-one"})
    assert "This is not your password." in page.content.decode()
    assert client.get(reverse("mfa_activate_totp")).status_code == 302


def test_log_in_asks_for_the_code(nurse):
    with_app(nurse)
    client = log_in(nurse)
    assert not is_in(client)
    assert "This code is wrong" in send_code(client, "123456").content.decode()
    assert not is_in(client)
    failed = AuditEvent.objects.get(action="second_factor_failed")
    assert (failed.by, failed.subject_code) == ("anonymous", nurse.username)
    send_code(client, code_now())
    assert is_in(client)
    assert AuditEvent.objects.filter(action="logged_in", by=nurse.username).count() == 1


@pytest.mark.parametrize("periods", [-2, -1, 1, 2])
def test_a_code_of_another_half_minute_opens_nothing(nurse, periods):
    with_app(nurse)
    client = log_in(nurse)
    send_code(client, code_now(periods=periods))
    assert not is_in(client)


def test_a_code_opens_once_whichever_worker_asks(nurse, settings):
    """The used code is remembered in the database, which all workers share."""
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}
    call_command("createcachetable", verbosity=0)
    with_app(nurse)
    first, second = log_in(nurse), log_in(nurse)
    code = code_now()
    send_code(first, code)
    send_code(second, code)
    assert is_in(first)
    assert not is_in(second)


def test_the_code_page_opens_to_nobody_without_the_password(nurse):
    with_app(nurse)
    assert send_code(Client(), code_now())["Location"] == reverse("account_login")


def test_a_recovery_code_opens_once(nurse):
    with_app(nurse)
    code = RecoveryCodes.activate(nurse).get_unused_codes()[0]
    for client, opens in ((log_in(nurse), True), (log_in(nurse), False)):
        send_code(client, code)
        assert is_in(client) is opens


def test_recovery_codes_are_shown_once(nurse):
    with_app(nurse)
    client = sure(client_of(nurse))
    assert client.post(reverse("mfa_generate_recovery_codes"))["Location"] == reverse("mfa_view_recovery_codes")
    codes = RecoveryCodes(Authenticator.objects.get(type="recovery_codes")).get_unused_codes()
    first, again = (client.get(reverse("mfa_view_recovery_codes")).content.decode() for _ in range(2))
    assert all(code in first for code in codes)
    assert not any(code in again for code in codes)


def test_codes_without_a_factor_are_refused(nurse):
    client = sure(client_of(nurse))
    assert client.get(reverse("mfa_view_recovery_codes"))["Location"] == reverse("mfa_index")
    assert client.post(reverse("mfa_generate_recovery_codes"))["Location"] == reverse("mfa_index")
    assert not Authenticator.objects.exists()


def test_the_last_factor_takes_the_codes_with_it(nurse):
    app = with_app(nurse)
    RecoveryCodes.activate(nurse)
    client = sure(client_of(nurse))
    assert "10 codes are left" in client.get(reverse("mfa_index")).content.decode()
    client.post(reverse("mfa_remove"), {"factor": app.pk})
    assert not Authenticator.objects.exists()
    assert AuditEvent.objects.filter(action="second_factor_changed", by=nurse.username).count() == 1


def test_nobody_removes_the_factor_of_another(nurse, allergist):
    app = with_app(allergist)
    client = sure(client_of(nurse))
    for factor in (app.pk, "", "one", 0, 10**30):
        assert client.post(reverse("mfa_remove"), {"factor": factor})["Location"] == reverse("mfa_index")
    assert Authenticator.objects.count() == 1


def test_an_app_is_set_up_once(nurse):
    with_app(nurse)
    assert sure(client_of(nurse)).get(reverse("mfa_activate_totp"))["Location"] == reverse("mfa_index")


def test_a_reset_clears_the_second_factor(administrator, nurse):
    with_app(nurse)
    reset(person=nurse, expected_version=1, reason="lost it", by=administrator, at=timezone.now())
    assert not Authenticator.objects.exists()
    assert "totp" in AuditEvent.objects.get(action="user_reset").after


def test_under_a_lost_secret_no_code_is_right(nurse, settings):
    with_app(nurse)
    settings.SECRET_KEY = "another" * 10
    client = log_in(nurse)
    assert "This code is wrong" in send_code(client, code_now()).content.decode()
    assert not is_in(client)


def test_a_former_secret_still_reads(nurse, settings):
    with_app(nurse)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another" * 10, [settings.SECRET_KEY]
    client = log_in(nurse)
    send_code(client, code_now())
    assert is_in(client)


def test_guessing_codes_is_stopped(nurse):
    with_app(nurse)
    client = log_in(nurse)
    for _ in range(20):
        send_code(client, "123456")
    send_code(client, code_now())
    assert not is_in(client)
