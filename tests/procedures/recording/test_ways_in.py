"""The code on the sheet opens the version's page: from there one button leads to the form, and then to the record."""

import pytest

from tests.procedures.recording.given import address, page_of, recorded_from, released_version

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(nurse, as_user):
    return as_user(nurse)


def test_the_version_leads_to_the_form_and_then_to_the_record(client, allergist, pharmacist):
    version = released_version(allergist, pharmacist)
    page = client.get(address(version, "version")).content.decode()
    assert f'class="btn btn-primary" href="{address(version)}"' in page
    row = recorded_from(client, version)
    page = client.get(address(version, "version")).content.decode()
    assert f'href="{page_of(row)}"' in page
    assert address(version) not in page


def test_before_its_day_nothing_leads_to_the_form(client, allergist, pharmacist):
    version = released_version(allergist, pharmacist, days_ago=-1)
    assert address(version) not in client.get(address(version, "version")).content.decode()
