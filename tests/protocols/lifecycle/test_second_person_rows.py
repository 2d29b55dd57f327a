"""Who prescribed a version verifies it by no row: model, bulk, SQL."""

import pytest
from django.db import IntegrityError, connection, transaction

from desens.access.roles import Role
from protocols.models import Signature, VersionState
from protocols.version_state import standing_of
from tests.cast import person
from tests.protocols.lifecycle.own_signature import signed_by, still_signed, verification
from tests.protocols.lifecycle.taken import run

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def both():
    return person("both", Role.ALLERGIST, Role.PHARMACIST)


@pytest.fixture
def version(both):
    return signed_by(both)


@pytest.mark.parametrize(
    "write",
    [lambda row: row.save(), lambda row: Signature._base_manager.bulk_create([row])],
    ids=["save", "bulk"],
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
