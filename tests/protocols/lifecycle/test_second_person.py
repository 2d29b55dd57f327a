"""Who prescribed a version verifies it by no path: arrow, blind check, pages, model, bulk, SQL."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from desens.access.roles import Role
from protocols.checking.comparing import compare
from protocols.checking.sheet import sheet_of
from protocols.checking.stock import Stock
from protocols.lifecycle.refusals import ArrowRefusedError
from protocols.models import Comparison, Meaning, Signature, VersionState
from protocols.version_document import read_document
from protocols.version_state import standing_of
from tests.cast import PASSWORD, person
from tests.clinic import drafted, libraries, registered
from tests.protocols.lifecycle.steps import compared, signed, verified
from tests.protocols.lifecycle.taken import run

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def both():
    """Allergist and pharmacist in one person."""
    return person("both", Role.ALLERGIST, Role.PHARMACIST)


@pytest.fixture
def version(both):
    libraries()
    version = drafted(registered(both), both)
    signed(version, both)
    return version


def verification(version, by, **changes):
    """The row as it would be written, on the ground of a check of one's own that agreed."""
    held = {
        "version": version,
        "meaning": Meaning.VERIFIED,
        "person": by,
        "at": timezone.now(),
        "document": "{}",
        "sha256": "0" * 64,
        "prescription": version.signatures.get(meaning=Meaning.PRESCRIBED),
        "comparison": compared(version, by),
        "entry_key": uuid4(),
    }
    return Signature(**held | changes)


def still_signed(version):
    rows = Signature.objects.filter(version=version, meaning=Meaning.VERIFIED)
    return standing_of(version).state == VersionState.SIGNED and not rows.exists()


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


@pytest.mark.parametrize(
    "write",
    [
        lambda row: row.save(),
        lambda row: Signature.objects.bulk_create([row]),
        lambda row: Signature._base_manager.bulk_create([row]),
    ],
    ids=["save", "bulk", "bulk round the model"],
)
def test_not_by_the_model(version, both, write):
    row = verification(version, both)
    with pytest.raises(IntegrityError), transaction.atomic():
        write(row)
    assert still_signed(version)


def test_not_where_conflicts_are_ignored(version, both):
    Signature.objects.bulk_create([verification(version, both)], ignore_conflicts=True)
    assert still_signed(version)


def test_not_by_sql(version, both):
    row = verification(version, both)
    fields = [field for field in Signature._meta.concrete_fields if not field.primary_key]
    names = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    values = tuple(field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    with pytest.raises(IntegrityError):
        run(f"insert into protocols_signature ({names}) values ({places})", values)
    assert still_signed(version)


def test_nor_is_the_own_signature_turned_into_the_second_by_sql(version, both):
    with pytest.raises(IntegrityError):
        run("update protocols_signature set meaning = 'verified' where person_id = %s", (both.pk,))
    with pytest.raises(IntegrityError):
        run("update protocols_signature set person_id = person_id + 1 where person_id = %s", (both.pk,))
    assert standing_of(version).state == VersionState.SIGNED
