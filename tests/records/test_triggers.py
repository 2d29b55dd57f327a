"""What is append-only stays as it was written, whichever way the attempt goes (safety.md H11)."""

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import CharField

from desens.audit.models import AuditEvent
from desens.records import triggers
from desens.records.checks import trigger_faults
from desens.records.models import AppendOnlyError
from tests.records.app.models import Entry, Note

pytestmark = pytest.mark.django_db
TABLES = {AuditEvent._meta.db_table, Note._meta.db_table, Entry._meta.db_table}


@pytest.fixture
def kept():
    return Note.objects.create(number=1, text="kept")


def run(statement):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def unchanged():
    return list(Note.objects.values_list("number", "text")) == [(1, "kept")]


def test_every_append_only_model_is_declared():
    assert triggers.declared_tables() >= TABLES


@pytest.mark.parametrize(
    "attempt",
    [
        lambda kept: kept.save(),
        lambda kept: kept.save(update_fields=["text"]),
        lambda kept: kept.delete(),
        lambda kept: Note.objects.update(text="changed"),
        lambda kept: Note.objects.filter(pk=kept.pk).delete(),
        lambda kept: Note.objects.bulk_update([kept], ["text"]),
        lambda kept: Note.objects.update_or_create({"text": "changed"}, number=1),
    ],
)
def test_the_model_refuses(kept, attempt):
    kept.text = "changed"
    with pytest.raises(AppendOnlyError):
        attempt(kept)
    assert unchanged()


@pytest.mark.parametrize(
    "attempt",
    [
        lambda kept: Note._base_manager.update(text="changed"),
        lambda kept: Note._base_manager.filter(pk=kept.pk).delete(),
        lambda kept: Note._base_manager.bulk_update([kept], ["text"]),
        lambda kept: Note(pk=kept.pk, number=1, text="changed").save(),
        lambda kept: Note.objects.bulk_create(
            [Note(number=1, text="changed")],
            update_conflicts=True,
            unique_fields=["number"],
            update_fields=["text"],
        ),
    ],
)
def test_the_database_refuses_what_goes_round_the_model(kept, attempt):
    kept.text = "changed"
    with pytest.raises(IntegrityError), transaction.atomic():
        attempt(kept)
    assert unchanged()


@pytest.mark.parametrize(
    "statement",
    [
        "update records_app_note set text = 'changed'",
        "update records_app_note set text = text",
        "delete from records_app_note",
    ],
)
def test_the_database_refuses_sql(kept, statement):
    with pytest.raises(IntegrityError, match="append-only"):
        run(statement)
    assert unchanged()


@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize(
    "statement",
    [
        "replace into records_app_note (id, number, text) select id, number, 'changed' from records_app_note",
        "replace into records_app_note (number, text) values (1, 'changed')",
        "update or replace records_app_note set text = 'changed'",
    ],
)
def test_sqlite_refuses_replace(kept, statement):
    with pytest.raises(IntegrityError, match="append-only"):
        run(statement)
    assert unchanged()


@pytest.mark.only_on("postgresql")
@pytest.mark.parametrize("statement", ["truncate records_app_note", "truncate records_app_note cascade"])
def test_postgresql_refuses_truncate(kept, statement):
    with pytest.raises(IntegrityError, match="append-only"):
        run(statement)
    assert unchanged()


def test_adding_is_allowed(kept):
    Note.objects.bulk_create([Note(number=2), Note(number=3)])
    assert Note.objects.count() == 3


def test_declared_and_present_agree():
    assert triggers.declared(connection) == triggers.present(connection)
    assert {table for table, _ in triggers.present(connection)} >= TABLES
    assert trigger_faults(connection) == []


@pytest.mark.only_on("sqlite")
def test_the_check_finds_a_weakened_trigger_on_sqlite():
    run('drop trigger "append_only_update_records_app_note"')
    run('create trigger "append_only_update_records_app_note" before update on "records_app_note" begin select 1; end')
    assert [fault.id for fault in trigger_faults(connection)] == ["records.E020"]


@pytest.mark.only_on("postgresql")
@pytest.mark.parametrize(
    ("statement", "faults"),
    [
        ("drop trigger append_only_row on records_app_note", 1),
        ("alter table records_app_note disable trigger append_only_truncate", 1),
        ("alter table records_app_note disable trigger all", 2),
    ],
)
def test_the_check_finds_a_weakened_trigger_on_postgresql(statement, faults):
    run(statement)
    assert len(trigger_faults(connection)) == faults


@pytest.mark.only_on("postgresql")
def test_the_check_finds_a_weakened_function_on_postgresql():
    run("create or replace function refuse_change() returns trigger language plpgsql as $$begin return new; end$$")
    assert len(trigger_faults(connection)) == len(triggers.declared(connection))


def test_the_check_waits_while_migrations_wait():
    """A migration that failed half-way is run again: the check must not stop it."""
    for statement in triggers.dropping(connection):
        run(statement)
    assert trigger_faults(connection) != []
    last = MigrationExecutor(connection).loader.graph.leaf_nodes("audit")[0]
    MigrationRecorder(connection).record_unapplied(*last)
    assert trigger_faults(connection) == []


def widened(length):
    field = CharField(max_length=length, blank=True)
    field.set_attributes_from_name("text")
    return field


@pytest.fixture
def rebuilt(transactional_db):
    """The table after a migration altered a field of it, and before `post_migrate`."""
    old, new = Note._meta.get_field("text"), widened(250)
    with connection.schema_editor() as editor:
        editor.alter_field(Note, old, new)
    yield
    with connection.schema_editor() as editor:
        editor.alter_field(Note, new, old)
    triggers.install(connection)


@pytest.mark.only_on("sqlite")
def test_a_rebuild_drops_the_triggers_of_sqlite_and_the_check_finds_it(rebuilt):
    assert len(trigger_faults(connection)) == 2


def test_the_triggers_are_back_after_a_migration_that_rebuilds_the_table(rebuilt):
    Note.objects.create(number=1, text="kept")
    call_command("migrate", verbosity=0)
    assert trigger_faults(connection) == []
    with pytest.raises(IntegrityError):
        run("delete from records_app_note")
    assert unchanged()
