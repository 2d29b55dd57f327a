"""One row an entry, however often it is sent (safety.md H9)."""

from typing import TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction

from desens.records.models import DeviceKeyed

Entry = TypeVar("Entry", bound=DeviceKeyed)


def find_entry(model: type[Entry], entry_key: UUID) -> Entry | None:
    """The row that bears the key. The caller checks that it belongs to the patient in the address."""
    return model._base_manager.filter(entry_key=entry_key).first()


def insert_once(instance: Entry) -> tuple[Entry, bool]:
    """Insert the row, or find the first one with its key: (row, whether it was inserted now).

    Any other violated constraint is raised as IntegrityError. What is shown after a retry is the
    first row, never the values sent again. Called inside `desens.audit.recording`.
    """
    try:
        with transaction.atomic():
            instance.save(force_insert=True)
    except IntegrityError:
        first = find_entry(type(instance), instance.entry_key)
        if first is None:
            raise
        return first, False
    return instance, True
