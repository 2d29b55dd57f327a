"""Every read of the unit's settings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.http import Http404

from desens.unit.definitions import BY_KEY, GROUPS, Definition
from desens.unit.kinds import Value
from desens.unit.models import PictureContent, SettingRevision
from desens.unit.stored import read_value


@dataclass(frozen=True, kw_only=True)
class UnitSettings:
    """All settings at one moment: `settings[FINAL_RATE_ML_H]` is the value, the default where nobody set one."""

    rows: Mapping[str, SettingRevision]

    def __getitem__(self, definition: Definition[Value]) -> Value:
        row = self.rows.get(definition.key)
        return read_value(definition, row.value) if row else definition.default

    def revision(self, definition: Definition[Any]) -> int:
        """Which revision the value is of; 0 for the default."""
        row = self.rows.get(definition.key)
        return row.revision if row else 0


@dataclass(frozen=True, kw_only=True)
class ShownSetting:
    """A setting as a page shows it: what holds, and the change that made it so (None: the default)."""

    definition: Definition[Any]
    value: Any
    row: SettingRevision | None

    @property
    def revision(self) -> int:
        return self.row.revision if self.row else 0


def current() -> UnitSettings:
    """What holds now. One query."""
    return _settings(SettingRevision.objects.all())


def as_of(at: datetime) -> UnitSettings:
    """What held at that moment, changes of that very moment included. One query."""
    return _settings(SettingRevision.objects.filter(changed_at__lte=at))


def grouped() -> Iterator[tuple[str, list[ShownSetting]]]:
    """Every setting with its last change, by group. One query."""
    settings = _settings(SettingRevision.objects.select_related("changed_by"))
    for group in GROUPS:
        yield group.title, [_shown(d, settings.rows.get(d.key)) for d in group.definitions]


def definition_of(key: str) -> Definition[Any]:
    """The setting of that key, or 404."""
    if key not in BY_KEY:
        raise Http404
    return BY_KEY[key]


def default_of(definition: Definition[Any]) -> ShownSetting:
    """The setting before anybody changed it."""
    return _shown(definition, None)


def shown_setting(definition: Definition[Any]) -> ShownSetting:
    """One setting with its last change."""
    return next(iter(history(definition)), default_of(definition))


def history(definition: Definition[Any]) -> list[ShownSetting]:
    """Every change of a setting, the newest first."""
    rows = SettingRevision.objects.filter(key=definition.key).select_related("changed_by").order_by("-revision")
    return [_shown(definition, row) for row in rows]


def picture(sha256: str) -> bytes:
    """The bytes of a stored picture; b"" for none."""
    return bytes(PictureContent.objects.get(sha256=sha256).content) if sha256 else b""


def _settings(rows: QuerySet[SettingRevision]) -> UnitSettings:
    newest = rows.filter(key=OuterRef("key")).order_by("-revision").values("revision")[:1]
    return UnitSettings(rows={row.key: row for row in rows.filter(revision=Subquery(newest))})


def _shown(definition: Definition[Any], row: SettingRevision | None) -> ShownSetting:
    value = read_value(definition, row.value) if row else definition.default
    return ShownSetting(definition=definition, value=value, row=row)
