"""Retiring on its page."""

import pytest
from django.urls import reverse

from protocols.models import TemplateRetirement
from tests.protocols.unit_templates.saying_pages import listed, page, retiring, said
from tests.protocols.unit_templates.written import unit_row

pytestmark = pytest.mark.django_db


def test_retiring_asks_for_a_reason_and_for_the_latest_revision(allergist, pharmacist, as_user):
    row = unit_row(allergist)
    client, address = as_user(pharmacist), reverse("unit_template_retire", args=[row.slug])
    assert "This field is required" in said(client.post(address, retiring(1, reason="")))
    assert "The page was incomplete" in said(client.post(address, retiring("x")))
    assert client.post(address, retiring(7)).status_code == 404
    unit_row(allergist, revision=2)
    stale = client.post(address, retiring(1))
    assert "A newer revision was made meanwhile" in said(stale)
    assert stale.context["form"]["revision"].value() == "2"
    assert not TemplateRetirement.objects.exists()
    assert client.post(address, retiring(2)).status_code == 302
    assert "Somebody retired this template meanwhile" in said(client.post(address, retiring(2)))
    text = page(client, row.slug)
    assert f"{pharmacist.full_name}, " in text
    assert "replaced" in text
    assert "Change: next revision" not in text
    assert "Retired by" in said(client.get(address))
    assert row.title in listed(client, state="retired")
