"""The page "Check a sheet": a hash is compared with the record."""

import pytest
from django.urls import reverse
from django.utils import timezone

from desens.audit.models import AuditEvent
from protocols.models import Template
from protocols.version_document import short_hash
from tests.protocols.lifecycle.steps import signed
from tests.protocols.lifecycle.test_arrows import next_version
from tests.protocols.papers.scene import paper_of, released_version, texts
from tests.queries import queries_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def version(allergist, pharmacist):
    return released_version(allergist, pharmacist)


def checked(client, typed):
    return client.post(reverse("check_a_sheet"), {"hash": typed}).content.decode()


def test_the_hash_on_the_sheet_leads_to_its_version(version, nurse, as_user):
    client, printed = as_user(nurse), short_hash(version.digest)
    assert printed in texts(paper_of(client, version))[0]
    for typed in (printed, printed.upper(), version.digest[:8], f" {version.digest[:4]} {version.digest[4:8]} "):
        page = checked(client, typed)
        assert "Valid: this version is released" in page
        assert "NÚÑEZ, Ana" in page
        assert reverse("version", args=[version.protocol.patient.code, version.protocol.code, 1]) in page
    assert AuditEvent.objects.filter(action="looked", subject="version", by=nurse.username).count() == 4


def test_a_superseded_sheet_says_by_what(version, allergist, nurse, as_user):
    signed(next_version(version, allergist), allergist)
    page = checked(as_user(nurse), short_hash(version.digest))
    assert "SUPERSEDED - NOT FOR ADMINISTRATION" in page
    assert "by version 2" in page
    assert "Valid:" not in page


def test_a_reopened_sheet_says_why(version, nurse, as_user):
    used = version.template
    Template(
        revision=used.revision + 1, slug=used.slug, title=used.title, content=used.content, loaded_at=timezone.now()
    ).save()
    page = checked(as_user(nurse), short_hash(version.digest))
    assert "DRAFT - NOT FOR ADMINISTRATION" in page
    assert "the template has revision" in page


def test_an_unknown_hash_says_not_to_use_the_sheet(version, nurse, as_user):
    page = checked(as_user(nurse), "0000·0000")
    assert "No version bears this hash." in page
    assert "do not use the sheet" in page


@pytest.mark.parametrize("typed", ["", "7f3a", "7f3a·91c", "7f3a·91cg", "7f3a·91c22", "٧f3a91c2", "<b>"])
def test_what_is_no_hash_is_told_beside_the_field_and_stays(typed, nurse, as_user, version):
    answer = as_user(nurse).post(reverse("check_a_sheet"), {"hash": typed})
    assert answer.context["form"].errors["hash"]
    assert answer.context["form"]["hash"].value() == typed
    assert answer.context["found"] is None


def test_the_queries_of_a_check_are_literal(version, nurse, as_user):
    client = as_user(nurse)
    paper_of(client, version)
    assert queries_of(lambda: checked(client, short_hash(version.digest))) == 47
