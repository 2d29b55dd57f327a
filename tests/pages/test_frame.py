"""The frame of a page: places by permission, the demonstration strip, the way out."""

import re

import pytest
from django.urls import reverse

from desens.pages.version import VERSION
from tests.cast import client_of

pytestmark = pytest.mark.django_db


def places(client, address="/"):
    page = client.get(address).content.decode()
    block = re.search(r'<nav class="places".*?</nav>', page, re.DOTALL)
    return re.findall(r"<span>([^<]+)</span>", block[0]) if block else []


def test_those_who_care_for_patients_find_them(allergist, nurse, pharmacist, reviewer):
    for person in (nurse, pharmacist, reviewer):
        assert places(client_of(person)) == ["Home", "Patients", "Library", "Drugs", "My account"]
    assert places(client_of(allergist)) == ["Home", "Patients", "Library", "Drugs", "Trail", "My account"]


def test_an_administrator_finds_no_patients(administrator):
    assert places(client_of(administrator)) == ["Home", "Settings", "People", "Installation", "Trail", "My account"]


def test_nobody_finds_anything_before_log_in(client):
    assert places(client, reverse("account_login")) == []


def test_the_place_where_one_stands_is_marked(nurse):
    page = client_of(nurse).get(reverse("profile")).content.decode()
    assert re.findall(r'<a href="([^"]+)" aria-current="page">', page) == [reverse("profile")]


def test_the_way_out_is_a_form(nurse):
    page = client_of(nurse).get("/").content.decode()
    assert f'<form method="post" action="{reverse("account_logout")}">' in page
    assert "csrfmiddlewaretoken" in page


def test_the_foot_shows_the_version(nurse):
    assert f"desens {VERSION}" in client_of(nurse).get("/").content.decode()


def test_the_demonstration_says_so(client, settings):
    strip = "Demonstration: published cases, not real patients"
    settings.DEMONSTRATION = True
    assert strip in client.get(reverse("account_login")).content.decode()
    settings.DEMONSTRATION = False
    assert strip not in client.get(reverse("account_login")).content.decode()


def test_htmx_is_told_to_inject_nothing_and_to_keep_no_pages(nurse):
    page = client_of(nurse).get("/").content.decode()
    for setting in ('"includeIndicatorStyles": false', '"allowEval": false', '"historyCacheSize": 0'):
        assert setting in page


def test_no_page_piece_carries_style_or_script_inline(nurse):
    page = client_of(nurse).get("/").content.decode()
    assert not re.search(r"<style|<script(?![^>]*src=)| style=| on[a-z]+=", page)


def test_home_offers_what_the_role_may_do(allergist, pharmacist, administrator):
    register = reverse("patient_register")
    assert register in client_of(allergist).get("/").content.decode()
    assert register not in client_of(pharmacist).get("/").content.decode()
    assert reverse("patient_list") not in client_of(administrator).get("/").content.decode()


def test_home_refuses_a_person_without_role(outsider):
    assert client_of(outsider).get("/").status_code == 403


def test_home_costs_a_fixed_number_of_queries(nurse, django_assert_num_queries):
    client = client_of(nurse)
    client.get("/")
    with django_assert_num_queries(7):  # session, person, roles, last event, releases, given, without outcome
        client.get("/")
