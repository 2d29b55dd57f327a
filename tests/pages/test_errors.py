"""Error pages stand in our look, without a database, and name nobody."""

import re

import pytest
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse

from desens.pages import errors
from tests.pages.addresses import NAME

EIGHT_LETTERS = r"[A-Z2-9]{4}-[A-Z2-9]{4}"


@pytest.mark.parametrize(
    ("address", "status", "head"),
    [
        ("/suspicious/", 400, "The request could not be read"),
        ("/forbidden/", 403, "Your roles do not include this"),
        ("/no-such-page/", 404, "There is no such page"),
        ("/sent-before/", 409, "Not saved: this form was sent before"),
        ("/broken/k7qx/", 500, "Something went wrong on the server"),
    ],
)
def test_an_error_page_needs_no_database(answering, address, status, head):
    response = answering.get(address)
    page = response.content.decode()
    assert response.status_code == status
    assert f"<h1>{head}</h1>" in page
    assert 'href="/static/desens.css"' in page
    assert response["X-Reference"] in re.search(rf"Reference number.*?({EIGHT_LETTERS})", page, re.DOTALL)[1]
    assert NAME not in page


def test_the_500_page_stands_while_the_database_is_away(failing_addresses):
    client = Client(raise_request_exception=False)
    client.cookies["sessionid"] = "a-session-that-must-be-looked-up"
    response = client.get("/")
    assert response.status_code == 500
    assert response["X-Reference"] in response.content.decode()


def test_the_500_answer_stands_while_templates_are_away(settings):
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [], "APP_DIRS": False}]
    request = HttpRequest()
    request.reference = "K7QX-3M9P"
    response = errors.server_error(request)
    assert response.status_code == 500
    assert response.content.decode() == "Something went wrong on the server. Reference number: K7QX-3M9P"


def test_a_form_without_its_secret_is_refused_with_advice(failing_addresses):
    response = Client(enforce_csrf_checks=True).post("/accepting/", {"name": NAME})
    page = response.content.decode()
    assert response.status_code == 403
    assert "<h1>This form was opened too long ago</h1>" in page
    assert NAME not in page


def test_too_many_tries_have_their_page(rf):
    response = errors.too_many_requests(rf.get("/"))
    assert response.status_code == 429
    assert "<h1>Too many tries</h1>" in response.content.decode()


def test_an_error_page_offers_one_way_on(answering):
    page = answering.get("/no-such-page/").content.decode()
    assert re.findall(r'class="btn btn-primary" href="([^"]*)"', page) == [reverse("home")]


def test_references_are_not_repeated(answering):
    assert len({answering.get("/no-such-page/")["X-Reference"] for _ in range(20)}) == 20
