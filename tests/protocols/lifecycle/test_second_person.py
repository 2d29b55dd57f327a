"""Who prescribed a version verifies it by no arrow, no blind check and no page."""

from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from desens.access.roles import Role
from protocols.checking.comparing import compare
from protocols.checking.sheet import sheet_of
from protocols.checking.stock import Stock
from protocols.lifecycle.refusals import ArrowRefusedError
from protocols.models import Comparison
from protocols.version_document import read_document
from tests.cast import PASSWORD, person
from tests.protocols.lifecycle.own_signature import signed_by, still_signed
from tests.protocols.lifecycle.steps import compared, verified

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def both():
    return person("both", Role.ALLERGIST, Role.PHARMACIST)


@pytest.fixture
def version(both):
    return signed_by(both)


def test_not_by_the_arrow_even_with_an_own_check(version, both):
    with pytest.raises(ArrowRefusedError, match=r"^own-signature$"):
        verified(version, both)
    assert still_signed(version)


def test_not_by_another_persons_check(version, both, pharmacist):
    with pytest.raises(ArrowRefusedError, match=r"^own-signature$"):
        verified(version, both, comparison=compared(version, pharmacist))
    assert still_signed(version)


def test_the_blind_check_is_not_even_tried(version, both):
    document = read_document(version.document)
    sheet = sheet_of(version, document, Stock(product="", strength=None, bags=frozenset()))
    with pytest.raises(ArrowRefusedError, match=r"^own-signature$"):
        compare(version=version, sheet=sheet, figures={}, entry_key=uuid4(), by=both, at=timezone.now())
    assert not Comparison.objects.exists()


@pytest.mark.parametrize("page", ["version_check", "version_verify"])
def test_not_through_a_page(version, both, as_user, page):
    compared(version, both)
    protocol, client = version.protocol, as_user(both)
    address = reverse(page, args=[protocol.patient.code, protocol.code, version.number])
    assert client.get(address).url == reverse("version", args=[protocol.patient.code, protocol.code, version.number])
    assert client.post(address, {"password": PASSWORD, "entry_key": str(uuid4())}).status_code in (200, 409)
    assert still_signed(version)
