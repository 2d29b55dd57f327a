"""Redirects that htmx understands, and the address of the reference number."""

import pytest
from django.urls import reverse

from tests.cast import client_of

HTMX = {"HX-Request": "true"}


def test_a_redirect_reaches_htmx_as_a_whole_page(answering):
    response = answering.get("/elsewhere/", headers=HTMX)
    assert (response.status_code, response["HX-Redirect"]) == (204, "/")
    assert "Location" not in response
    assert "HX-Request" in response["Vary"]


def test_a_message_survives_the_redirect(answering):
    assert "messages" in answering.get("/elsewhere/", headers=HTMX).cookies


def test_without_htmx_a_redirect_stays_one(answering):
    response = answering.get("/elsewhere/")
    assert (response.status_code, response["Location"]) == (302, "/")
    assert "HX-Request" in response["Vary"]


def test_the_log_in_never_lands_inside_a_panel(answering):
    response = answering.get("/panel/", headers=HTMX)
    assert (response.status_code, response["HX-Refresh"]) == (204, "true")
    assert response.content == b""


def test_without_htmx_the_log_in_is_a_redirect(answering):
    response = answering.get("/panel/")
    assert response["Location"] == f"{reverse('account_login')}?next=/panel/"


@pytest.mark.django_db
def test_a_panel_answers_htmx_when_logged_in(failing_addresses, nurse):
    assert client_of(nurse).get("/panel/", headers=HTMX).content == b"<p>panel</p>"
