"""Sketches (design.md 5.3): what a person is typing, one row a person, form and subject; not audited, expiring."""

from datetime import datetime, timedelta
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models

KEPT_DAYS = 14
LARGEST = 50_000


class Sketch(models.Model):
    """A half-filled form, as it was typed: JSON of names and values. Changed in place, deleted when it is recorded."""

    largest: ClassVar[int] = LARGEST

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    form = models.CharField(max_length=40)
    subject_code = models.CharField(max_length=60)
    typed = models.TextField()
    saved_at = models.DateTimeField()

    class Meta:
        abstract = True
        constraints = (
            models.UniqueConstraint(fields=("user", "form", "subject_code"), name="%(app_label)s_%(class)s_once"),
        )

    @classmethod
    def keep(cls, *, user: Any, form: str, subject_code: str, typed: str, at: datetime) -> None:
        """Put what is typed now in the place of what was typed before; ValueError if it is too long."""
        if len(typed) > cls.largest:
            raise ValueError("a sketch of this length is no form")
        cls._base_manager.update_or_create(
            user=user, form=form, subject_code=subject_code, defaults={"typed": typed, "saved_at": at}
        )

    @classmethod
    def kept(cls, *, user: Any, form: str, subject_code: str, at: datetime) -> Self | None:
        """The sketch, unless it expired."""
        rows = cls._base_manager.filter(user=user, form=form, subject_code=subject_code)
        return rows.filter(saved_at__gte=at - timedelta(days=KEPT_DAYS)).first()

    @classmethod
    def drop(cls, *, user: Any, form: str, subject_code: str, at: datetime) -> None:
        """Remove it, and with it all that expired."""
        mine = models.Q(user=user, form=form, subject_code=subject_code)
        cls._base_manager.filter(mine | models.Q(saved_at__lt=at - timedelta(days=KEPT_DAYS))).delete()
