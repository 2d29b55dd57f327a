"""The door in a real browser: a passkey, an app, and a form that outlives its session."""

import re

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from patients.models import Patient
from procedures.demonstration.cases import load_cases
from tests.access.factors import code_now
from tests.browser import checks
from tests.browser.test_way_to_the_sheet import RATES, choose, rates
from tests.cast import PASSWORD

KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def log_in(page, user):
    page.get_by_label("User name").fill(user.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()


def password_again(page):
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()


def let_the_session_pass_its_limit():
    for row in Session.objects.all():
        session = SessionStore(row.session_key)
        session["active_s"] = session["began_s"] = 0
        session.save()


@pytest.fixture
def with_a_key(page):
    """A browser that holds a key and presses it by itself."""
    browser = page.context.new_cdp_session(page)
    browser.send("WebAuthn.enable")
    browser.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})


def test_a_passkey_is_added_and_opens(visit, page, with_a_key, nurse):
    visit(reverse("mfa_add_webauthn"), nurse)
    password_again(page)
    assert checks.faults_on(page) == []
    page.get_by_role("button", name="Add").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
    assert page.locator("li code").count() == 10
    assert checks.faults_on(page) == []
    page.get_by_role("button", name="Log out").click()
    log_in(page, nurse)
    page.get_by_role("heading", name="Second factor").wait_for()
    assert checks.faults_on(page) == []
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url(re.compile(r"\d/$"))
    assert page.locator("h1").inner_text() == nurse.full_name


def test_an_app_is_set_up_and_its_code_opens(visit, page, nurse):
    visit(reverse("mfa_activate_totp"), nurse)
    password_again(page)
    assert checks.faults_on(page) == []
    seed = page.locator("main code").inner_text()
    page.get_by_label("Code shown by the app").fill(code_now(seed))
    page.get_by_role("button", name="Set up").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
    code = page.locator("li code").first.inner_text()
    page.get_by_role("button", name="Log out").click()
    log_in(page, nurse)
    page.get_by_label("Code of the app").fill(code)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url(re.compile(r"\d/$"))


def test_a_link_is_shown_to_hand_over(visit, page, administrator):
    visit(reverse("person_invite"), administrator)
    page.get_by_label("User name").fill("ana.ruiz")
    page.get_by_label("Full name").fill("Ana Ruiz")
    page.get_by_label("Nurse").check()
    page.get_by_role("button", name="Invite").click()
    expect(page.get_by_label("Link")).to_have_value(re.compile("/account/link/"))
    assert checks.faults_on(page) == []


def test_what_an_allergist_typed_comes_back_with_its_schedule(visit, page, allergist):
    load_cases(at=timezone.now())
    case = Patient.objects.get(hospital_number="DEMO-01")
    address = reverse("protocol_new", args=[case.code])
    visit(address, allergist)
    choose(page)
    page.locator(RATES).nth(15).wait_for()
    page.keyboard.press("Tab")
    page.wait_for_load_state("networkidle")
    let_the_session_pass_its_limit()
    page.get_by_label("Place").fill("day hospital")
    page.wait_for_url(re.compile("log-in"))
    log_in(page, allergist)
    page.wait_for_url(re.compile(address))
    expect(page.get_by_label("Place")).to_have_value("day hospital")
    expect(page.get_by_label("Target dose")).to_have_value("1200")
    page.locator(RATES).nth(15).wait_for()
    assert " ".join(rates(page)) == "2.5 5 10 20 2.5 5 10 20 5 10 20 40 10 20 40 80"
    assert checks.axe(page) == []
