"""What the printed sheet says of its version: valid only once released, and only while nothing reopened it."""

import pytest
from django.urls import reverse
from django.utils import timezone

from protocols.models import Template
from tests.clinic import drafted, libraries, registered
from tests.printing.pdf import pages
from tests.protocols.lifecycle.steps import PLANNED_ON, released, signed, verified, voided
from tests.protocols.lifecycle.test_arrows import next_version

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def version(allergist):
    libraries()
    return drafted(registered(allergist), allergist)


def sheet_of(client, version) -> list[str]:
    protocol = version.protocol
    answer = client.get(reverse("nursing_sheet", args=[protocol.patient.code, protocol.code, version.number]))
    assert answer.status_code == 200
    return [" ".join(page.replace("\u00a0", " ").split()) for page in pages(answer.content)]


def test_only_a_released_version_prints_as_valid_with_who_signed_and_why(
    version, allergist, pharmacist, nurse, as_user
):
    client = as_user(nurse)
    assert all("DRAFT - NOT FOR ADMINISTRATION" in page for page in sheet_of(client, version))
    signed(version, allergist)
    verified(version, pharmacist)
    assert all("DRAFT - NOT FOR ADMINISTRATION" in page for page in sheet_of(client, version))
    released(version, allergist)
    sheet = sheet_of(client, version)
    assert not any("NOT FOR ADMINISTRATION" in page for page in sheet)
    assert all("valid" in page for page in sheet)
    assert "Reason: given so for years" in sheet[0]
    assert f"intended {PLANNED_ON.isoformat()}" in sheet[0]
    assert "Likewise: solution 2, solution 3." in sheet[0]
    assert "Verified by" in sheet[-1]
    assert pharmacist.full_name in sheet[-1]


def test_superseded_void_and_reopened_versions_say_so_across_every_page(version, allergist, pharmacist, nurse, as_user):
    client = as_user(nurse)
    signed(version, allergist)
    verified(version, pharmacist)
    released(version, allergist)
    used = version.template
    same = {"slug": used.slug, "title": used.title, "content": used.content, "loaded_at": timezone.now()}
    later = next_version(version, allergist)
    signed(later, allergist)
    assert all("SUPERSEDED - NOT FOR ADMINISTRATION" in page for page in sheet_of(client, version))
    verified(later, pharmacist)
    released(later, allergist)
    Template(revision=used.revision + 1, **same).save()
    assert all("DRAFT - NOT FOR ADMINISTRATION" in page for page in sheet_of(client, later))
    voided(later, allergist)
    assert all("VOID - NOT FOR ADMINISTRATION" in page for page in sheet_of(client, later))
