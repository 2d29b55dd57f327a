"""An oral version from draft to released: its page, and the pages that only infusions have."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from protocols.models import VersionState
from protocols.version_state import standing_of
from tests.cast import PASSWORD
from tests.number_linter import lint, visible_text
from tests.protocols.lifecycle.steps import released, signed, verified, voided
from tests.protocols.oral.scene import address_of, read

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_page_of_a_version_shows_the_calendar_and_nothing_of_an_infusion(version, allergist, as_user):
    client = as_user(allergist)
    response = client.get(address_of(version))
    page = read(response)
    assert "24 and on" in page
    assert "2026-12-24" in page
    for word in ("Bags", "Pump", "Line", "Print the", "Preparation", "mL/h"):
        assert word not in page, word
    assert lint(visible_text(response.content.decode())) == []
    assert "version 1, draft" in read(client.get(reverse("protocol_list", args=[version.protocol.patient.code])))


def test_it_is_signed_with_the_calendar_on_the_page(version, allergist, as_user):
    client = as_user(allergist)
    page = read(client.get(address_of(version, "version_sign")))
    assert "24 and on" in page
    sent = {"password": PASSWORD, "digest": version.digest, "entry_key": str(uuid4())}
    assert client.post(address_of(version, "version_sign"), sent).status_code == 302
    assert standing_of(version).state == VersionState.SIGNED


def test_it_is_verified_released_shown_and_voided(version, allergist, pharmacist, as_user):
    signed(version, allergist)
    verified(version, pharmacist)
    client = as_user(allergist)
    assert client.get(address_of(version, "version_release")).status_code == 200
    released(version, allergist)
    assert client.get(address_of(version)).status_code == 200
    voided(version, allergist)
    assert standing_of(version).state == VersionState.VOID
    assert client.get(address_of(version)).status_code == 200


def test_the_calendar_begins_on_the_date_of_the_release(version, allergist, pharmacist, as_user):
    client = as_user(allergist)
    signed(version, allergist)
    verified(version, pharmacist)
    assert "2026-12-24" in read(client.get(address_of(version)))
    released(version, allergist, planned_on=date(2026, 12, 4))
    page = read(client.get(address_of(version)))
    assert ("2026-12-27" in page, "2026-12-24 " in page.partition("24 and on")[2]) == (True, False)


def test_there_is_no_nursing_sheet_no_preparation_and_no_template(version, allergist, as_user):
    client = as_user(allergist)
    response = client.get(address_of(version, "nursing_sheet"))
    assert response.status_code == 200
    assert "There is no nursing sheet" in read(response)
    assert "Nothing is prepared" in read(client.get(address_of(version, "preparation")))
    assert client.get(address_of(version, "version_template")).url == address_of(version)
