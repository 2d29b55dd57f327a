"""Bases of stored rows (design.md 5.3): append-only, versioned, device-keyed."""

from collections.abc import Iterable
from typing import Any, ClassVar, NoReturn, Self, TypeVar

from django.conf import settings
from django.db import models

Row = TypeVar("Row", bound=models.Model)


class AppendOnlyError(Exception):
    """An attempt to change or delete a row that only ever gets added."""


class AppendOnlyQuerySet(models.QuerySet[Row]):
    """A query set that reads and adds. The database's triggers refuse what goes round it."""

    def update(self, **values: Any) -> NoReturn:
        raise AppendOnlyError(f"{self.model.__name__} is append-only")

    def delete(self) -> NoReturn:
        raise AppendOnlyError(f"{self.model.__name__} is append-only")

    def bulk_update(self, objs: Iterable[Row], fields: Iterable[str], batch_size: int | None = None) -> NoReturn:
        raise AppendOnlyError(f"{self.model.__name__} is append-only")


class AppendOnly(models.Model):
    """What happened: added once, never changed; a mistake is marked by a new row (safety.md H11)."""

    append_only: ClassVar[bool] = True

    objects = models.Manager.from_queryset(AppendOnlyQuerySet[Self])()

    class Meta:
        abstract = True

    def save(self, **options: Any) -> None:
        """Insert the row; AppendOnlyError if it is stored already."""
        if not self._state.adding:
            raise AppendOnlyError(f"{type(self).__name__} is append-only")
        super().save(**{**options, "force_insert": True})

    def delete(self, *args: Any, **options: Any) -> NoReturn:
        """Always AppendOnlyError."""
        raise AppendOnlyError(f"{type(self).__name__} is append-only")


class Versioned(models.Model):
    """A row changed in place, through `desens.records.versioned.change` only."""

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True


class DeviceKeyed(models.Model):
    """An entry that bears the key its form or device made, so that a retry finds the first row.

    `content` names what a person entered: a key sent again with other content is no retry (`once.insert_once`).
    """

    content: ClassVar[tuple[str, ...]] = ()

    entry_key = models.UUIDField(unique=True, editable=False)

    class Meta:
        abstract = True


class EnteredInError(AppendOnly, DeviceKeyed):
    """That an entry was a mistake, and why. The entry stays, is shown struck and counts nowhere (design.md 5.3).

    A model adds `entry`, a OneToOneField with related_name "error": marked once, and what counts is
    `filter(error__isnull=True)`.
    """

    content = ("reason",)

    reason = models.CharField(max_length=200)
    marked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    marked_at = models.DateTimeField()

    class Meta:
        abstract = True
        constraints = (models.CheckConstraint(condition=~models.Q(reason=""), name="%(class)s_reason"),)
