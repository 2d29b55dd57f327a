"""Changing a versioned row without losing anybody's change (safety.md H9)."""

from typing import Any

from django.db.models import F

from desens.records.models import Versioned


class StaleSave(Exception):  # noqa: N818 - what happened is the name
    """The row was changed since the form was opened. `current` is the row as it is now, or None if it is gone."""

    def __init__(self, current: Versioned | None) -> None:
        super().__init__(f"changed meanwhile: {current!r}")
        self.current = current


def change(instance: Versioned, *, expected_version: int, **values: Any) -> None:
    """Write `values` if the row still has `expected_version`, count the version up, refresh the instance.

    Raises StaleSave with the current row otherwise. Called inside `desens.audit.recording`.
    """
    rows = instance.__class__._base_manager  # not type(): request.user is a lazy object
    if rows.filter(pk=instance.pk, version=expected_version).update(version=F("version") + 1, **values) != 1:
        raise StaleSave(rows.filter(pk=instance.pk).first())
    instance.refresh_from_db()
