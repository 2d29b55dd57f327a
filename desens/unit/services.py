"""Changing a setting: a new revision and its audit event, or nothing."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import SuspiciousOperation
from django.db import IntegrityError

from desens.access.models import User
from desens.audit.recording import recording
from desens.records.once import insert_once
from desens.unit.definitions import Definition
from desens.unit.kinds import Picture
from desens.unit.models import PictureContent, SettingRevision
from desens.unit.png import check_png
from desens.unit.selectors import ShownSetting, shown_setting
from desens.unit.stored import value_text


@dataclass(frozen=True, kw_only=True)
class Change:
    """A new value, why, and the revision that the form was opened at; `picture`: the bytes that the value names."""

    definition: Definition[Any]
    value: Any
    reason: str
    based_on: int
    picture: bytes = b""


class StaleSettingError(Exception):
    """Somebody changed the setting since the form was opened; `current` is what holds now."""

    def __init__(self, current: ShownSetting) -> None:
        super().__init__(f"{current.definition.key} was changed meanwhile")
        self.current = current


def picture_name(content: bytes) -> str:
    """The value of a picture's setting: the SHA-256 of its bytes, "" for none."""
    return hashlib.sha256(content).hexdigest() if content else ""


def change_setting(*, change: Change, entry_key: UUID, by: User, at: datetime) -> SettingRevision:
    """Store the next revision once. Raises StaleSettingError, ValueError for a value out of bounds, PngError."""
    _guard(change)
    definition, before = change.definition, shown_setting(change.definition)
    row = SettingRevision(
        key=definition.key,
        revision=change.based_on + 1,
        value=value_text(definition, change.value),
        reason=change.reason,
        changed_by=by,
        changed_at=at,
        entry_key=entry_key,
    )
    try:
        with recording(by=by, at=at) as record:
            stored, created = insert_once(row)
            if stored.key != definition.key:
                raise SuspiciousOperation("an entry key of another setting")
            if created:
                _keep_picture(change, at=at)
                told = {"revision": row.revision, "value": row.value, "reason": row.reason}
                record.event(
                    "setting changed",
                    subject="unit setting",
                    subject_code=definition.key,
                    before={"revision": before.revision, "value": value_text(definition, before.value)},
                    after=told,
                )
    except IntegrityError:
        raise StaleSettingError(shown_setting(definition)) from None
    return stored


def _guard(change: Change) -> None:
    kind = change.definition.kind
    if not kind.holds(change.value) or not change.reason:
        raise ValueError(f"{change.definition.key}: a value out of bounds, or no reason")
    if isinstance(kind, Picture):
        if picture_name(change.picture) != change.value or len(change.picture) > kind.most_bytes:
            raise ValueError(f"{change.definition.key}: not the picture of its name")
        if change.picture:
            check_png(change.picture, most_pixels=kind.most_pixels)


def _keep_picture(change: Change, *, at: datetime) -> None:
    if change.picture and not PictureContent.objects.filter(sha256=change.value).exists():
        PictureContent(sha256=change.value, content=change.picture, added_at=at).save()
