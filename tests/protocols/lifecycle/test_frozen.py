"""A released version, and each row that it rests on, is changed by no means: model, bulk, SQL, on both databases."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from desens.records.models import AppendOnlyError
from protocols.lifecycle.refusals import ArrowRefusedError
from protocols.models import VersionState
from protocols.services import StaleVersionError, add_version
from protocols.version_document import digest
from protocols.version_state import standing_of
from tests.clinic import prescribed
from tests.protocols.lifecycle.steps import released, signed, verified
from tests.protocols.lifecycle.taken import rows_behind, run, taken_far, text_field, values_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def version(allergist, pharmacist):
    return taken_far(allergist, pharmacist)


def refused(version, attempt, error):
    """Each row behind the version refuses the attempt, and stays as it was."""
    for row in rows_behind(version):
        before, name = values_of(row), text_field(row)
        setattr(row, name, "changed")
        with pytest.raises(error), transaction.atomic():
            attempt(row, name)
        assert values_of(row) == before, row


@pytest.mark.parametrize(
    "attempt",
    [
        lambda row, name: row.save(),
        lambda row, name: row.save(update_fields=[name]),
        lambda row, name: row.delete(),
        lambda row, name: type(row).objects.update(**{name: "changed"}),
        lambda row, name: type(row).objects.filter(pk=row.pk).delete(),
        lambda row, name: type(row).objects.bulk_update([row], [name]),
        lambda row, name: type(row).objects.update_or_create({name: "changed"}, pk=row.pk),
    ],
    ids=["save", "save one field", "delete", "update", "delete all", "bulk update", "update or create"],
)
def test_the_model_refuses(version, attempt):
    refused(version, attempt, AppendOnlyError)


@pytest.mark.parametrize(
    "attempt",
    [
        lambda row, name: type(row)._base_manager.filter(pk=row.pk).update(**{name: "changed"}),
        lambda row, name: type(row)._base_manager.bulk_update([row], [name]),
        lambda row, name: type(row).objects.filter(pk=row.pk)._raw_delete("default"),
        lambda row, name: type(row).objects.bulk_create(
            [row], update_conflicts=True, unique_fields=["id"], update_fields=[name]
        ),
        lambda row, name: row.save_base(force_update=True),
    ],
    ids=["update", "bulk update", "raw delete", "upsert", "save base"],
)
def test_the_database_refuses_what_goes_round_the_model(version, attempt):
    refused(version, attempt, IntegrityError)


@pytest.mark.parametrize(
    "statement",
    [
        "update {table} set {name} = 'changed' where id = %s",
        "delete from {table} where id = %s",
        "insert into {table} select * from {table} where id = %s on conflict (id) do update set {name} = 'changed'",
    ],
    ids=["update", "delete", "upsert"],
)
def test_no_sql_changes_it(version, statement):
    def typed(row, name):
        column = connection.ops.quote_name(name)
        run(statement.format(table=row._meta.db_table, name=column), (row.pk,))

    refused(version, typed, IntegrityError)


@pytest.mark.django_db(transaction=True)
def test_neither_replacing_nor_emptying_the_table_changes_it(version):
    """Each database has its own word for it."""
    own = {"sqlite": "replace into {0} select * from {0}", "postgresql": "truncate {0} cascade"}[connection.vendor]
    refused(version, lambda row, _name: run(own.format(row._meta.db_table)), IntegrityError)


def test_no_service_writes_into_it(version, allergist, pharmacist):
    """Every arrow is taken already; the next version is a row of its own, and the number is taken once."""
    before = values_of(version)
    for arrow, person in ((signed, allergist), (verified, pharmacist), (released, allergist)):
        with pytest.raises(ArrowRefusedError, match=r"^already$"):
            arrow(version, person)
    common = {"protocol": version.protocol, "prescription": prescribed(), "by": allergist, "at": timezone.now()}
    with pytest.raises(StaleVersionError):
        add_version(based_on=version.number - 1, entry_key=uuid4(), **common)
    later = add_version(based_on=version.number, entry_key=uuid4(), **common)
    assert later.number == version.number + 1
    assert values_of(version) == before
    assert digest(version.document) == version.digest
    assert standing_of(version).state == VersionState.RELEASED
