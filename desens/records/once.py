"""One row an entry, however often it is sent (safety.md H9)."""

from typing import TypeVar
from uuid import UUID

from django.core.exceptions import BadRequest
from django.db import IntegrityError, transaction

from desens.records.models import DeviceKeyed

Entry = TypeVar("Entry", bound=DeviceKeyed)


def find_entry(model: type[Entry], entry_key: UUID) -> Entry | None:
    """The row that bears the key. The caller checks that it belongs to the patient in the address."""
    return model._base_manager.filter(entry_key=entry_key).first()


class OtherContentError(BadRequest):
    """The key was used already, for the row `first` with other content; nothing of the second was stored."""

    def __init__(self, first: DeviceKeyed) -> None:
        super().__init__(f"sent again with other content: {type(first).__name__}")
        self.first = first


def insert_once(instance: Entry) -> tuple[Entry, bool]:
    """Insert the row, or find the first one with its key: (row, whether it was inserted now).

    Any other violated constraint is raised as IntegrityError, other content under the same key as
    OtherContentError: somebody changed a form after it was sent, and must not be told that the change was kept.
    Whose row it is remains the caller's to check. Called inside `desens.audit.recording`.
    """
    try:
        with transaction.atomic():
            instance.save(force_insert=True)
    except IntegrityError:
        first = find_entry(type(instance), instance.entry_key)
        if first is None:
            raise
        if _content(first) != _content(instance):
            raise OtherContentError(first) from None
        return first, False
    return instance, True


def _content(row: DeviceKeyed) -> list[object]:
    return [getattr(row, name) for name in row.content]
