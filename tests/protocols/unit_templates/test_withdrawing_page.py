"""Withdrawing what was signed with a template, on its page."""

from uuid import uuid4

import pytest
from django.urls import reverse

from protocols.models import TemplateSignOffWithdrawal
from protocols.unit_templates.signing_services import sign_once
from protocols.unit_templates.withdrawing_services import withdraw_sign_off
from tests.protocols.unit_templates.doing import common
from tests.protocols.unit_templates.saying_pages import page, said
from tests.protocols.unit_templates.signing_once import new_sign_off, oxaliplatin
from tests.protocols.unit_templates.written import unit_row
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed(allergist):
    row, drug = oxaliplatin(allergist)
    return sign_once(template=row, new=new_sign_off(drug), **common(allergist))


def address(signed, slug="", revision=1):
    return reverse("template_sign_off_withdraw", args=[slug or signed.template.slug, revision, signed.entry_key])


def sent(reason="another bag was meant"):
    return {"entry_key": str(uuid4()), "reason": reason}


def test_it_is_withdrawn_with_a_reason_and_stays_readable_struck(signed, pharmacist, as_user):
    client, slug = as_user(pharmacist), signed.template.slug
    assert address(signed) in client.get(reverse("template", args=[slug])).content.decode()
    assert "as published" in said(client.get(address(signed)))
    assert "This field is required" in said(client.post(address(signed), sent(reason="")))
    assert "The page was incomplete" in said(client.post(address(signed), {"reason": "why"}))
    assert not TemplateSignOffWithdrawal.objects.exists()
    assert client.post(address(signed), sent()).url == reverse("template_sign_off", args=[slug, 1])
    text = page(client, slug)
    assert f"Withdrawn: {pharmacist.full_name}" in text
    assert "another bag was meant" in text
    assert address(signed) not in client.get(reverse("template", args=[slug])).content.decode()
    again = client.get(address(signed))
    assert "<form" not in again.content.decode().split("<main", 1)[1].split("</main", 1)[0]


def test_who_is_second_is_told_and_keeps_what_was_typed(signed, allergist, pharmacist, as_user):
    withdraw_sign_off(sign_off=signed, reason="first", **common(allergist))
    answer = as_user(pharmacist).post(address(signed), sent("mine"))
    assert f"{allergist.full_name} withdrew it meanwhile." in said(answer)
    assert 'value="mine"' in answer.content.decode()


def test_one_of_another_template_or_revision_is_not_found(signed, allergist, pharmacist, as_user):
    other = unit_row(allergist, slug="unit-other")
    client = as_user(pharmacist)
    for forged in (address(signed, slug=other.slug), address(signed, revision=2)):
        assert client.get(forged).status_code == client.post(forged, sent()).status_code == 404
    assert not TemplateSignOffWithdrawal.objects.exists()


def test_who_does_not_manage_templates_neither_sees_nor_sends_it(signed, nurse, as_user):
    client = as_user(nurse)
    assert client.get(address(signed)).status_code == client.post(address(signed), sent()).status_code == 403
    assert address(signed) not in client.get(reverse("template", args=[signed.template.slug])).content.decode()


def test_the_page_takes_a_literal_number_of_queries(signed, pharmacist, as_user):
    client = as_user(pharmacist)
    client.get("/")
    assert queries_of(lambda: client.get(address(signed))) == 5
