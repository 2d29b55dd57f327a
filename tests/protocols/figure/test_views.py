"""The picture over HTTP: to whom, what for, and what for a made-up address."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertNumQueries

from protocols.figure.content import token_of
from protocols.figure.drawing import SIZES, draw
from tests.protocols.engine.samples import saline_line
from tests.protocols.figure.contents import content_through

pytestmark = pytest.mark.django_db


@pytest.fixture
def token():
    return token_of(content_through(saline_line(20)))


@pytest.mark.parametrize("size", SIZES)
def test_who_reads_protocols_gets_the_picture(token, size, nurse, as_user):
    response = as_user(nurse).get(reverse("figure_svg", args=[token, size]))
    assert response.headers["Content-Type"] == "image/svg+xml"
    assert response.content == draw(content_through(saline_line(20)), size, "en")
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]


def test_the_picture_that_follows_is_the_one_of_the_page(token, nurse, as_user):
    page = as_user(nurse).get(reverse("figure_picture", args=[token])).content.decode()
    assert page.startswith("<picture")
    for size in SIZES:
        assert reverse("figure_svg", args=[token, size]) in page
    assert 'alt="Dose rate and cumulative dose against time' in page


@pytest.mark.parametrize("name", ["figure_svg", "figure_picture"])
def test_an_address_that_no_page_made_is_not_found(token, name, nurse, as_user):
    client = as_user(nurse)
    for made_up in ("nothing", token[:-1], f"{token}a"):
        more = ["wide"] if name == "figure_svg" else []
        assert client.get(reverse(name, args=[made_up, *more])).status_code == 404


def test_a_size_that_does_not_exist_is_not_found(token, nurse, as_user):
    assert as_user(nurse).get(reverse("figure_svg", args=[token, "huge"])).status_code == 404


def test_nothing_for_people_without_the_library(token, client, administrator, as_user):
    address = reverse("figure_svg", args=[token, "wide"])
    assert as_user(administrator).get(address).status_code == 403
    assert client.get(address).status_code == 302
    assert as_user(administrator).post(address).status_code in (403, 405)


def test_a_picture_reads_no_row_of_its_own(token, nurse, as_user):
    client = as_user(nurse)
    client.get("/")
    with assertNumQueries(3):
        client.get(reverse("figure_svg", args=[token, "wide"]))
