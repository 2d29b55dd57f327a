"""The one way round the triggers, and who uses it."""

from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction

from desens.records import triggers
from desens.records.migrating import lifting_triggers
from tests.records.app.models import Note

#: Every migration that lifts the triggers, with its reason.
USES: dict[str, str] = {}


def test_every_use_of_lifting_triggers_is_listed():
    root = Path(__file__).parents[2]
    migrations = [*root.glob("*/migrations/*.py"), *root.glob("desens/*/migrations/*.py")]
    assert any(path.name == "0001_events.py" for path in migrations)
    using = {str(path.relative_to(root)) for path in migrations if "lift" in path.read_text(encoding="utf-8")}
    assert using == set(USES)


def correct(apps, schema_editor):
    Note._base_manager.update(text="corrected")


@pytest.mark.django_db(transaction=True)
def test_a_migration_may_correct_rows_and_the_triggers_are_back():
    Note.objects.create(number=1, text="as written")

    with connection.schema_editor(atomic=False) as editor:
        lifting_triggers(correct, correct).code(None, editor)

    assert Note.objects.get().text == "corrected"
    assert triggers.declared(connection) == triggers.present(connection)


@pytest.mark.django_db(transaction=True)
def test_a_migration_that_fails_leaves_rows_and_triggers_as_they_were():
    Note.objects.create(number=1, text="as written")

    def fail(apps, schema_editor):
        correct(apps, schema_editor)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), connection.schema_editor(atomic=False) as editor:
        lifting_triggers(fail, fail).code(None, editor)

    assert Note.objects.get().text == "as written"
    with pytest.raises(IntegrityError), transaction.atomic():
        Note._base_manager.update(text="changed")
