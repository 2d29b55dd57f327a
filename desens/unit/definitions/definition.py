"""What is known of a setting before anybody sets it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic

from desens.unit.kinds import Kind, Value
from desens.unit.words import _


class Mark(StrEnum):
    """How far the source was checked (clinical.md)."""

    FOUND = "found"
    KNOWN = "known"
    VERIFY = "VERIFY"
    OWN = "own"


MARK_TEXTS = {
    Mark.FOUND: _("read in the source"),
    Mark.KNOWN: _("from the literature"),
    Mark.VERIFY: _("to be verified against the source"),
    Mark.OWN: _("not from a source"),
}


@dataclass(frozen=True, kw_only=True)
class Definition(Generic[Value]):
    """One setting: `default` lies within the bounds of `kind`; `source` says where default and bounds come from.

    `used_in` names where the value takes effect; "" while the part that will read it is not built.
    """

    key: str
    title: str
    kind: Kind[Value]
    default: Value
    source: str
    mark: Mark
    used_in: str = ""

    @property
    def mark_text(self) -> str:
        """The mark in words."""
        return str(MARK_TEXTS[self.mark])


@dataclass(frozen=True, kw_only=True)
class Group:
    """Settings that stand together on the page."""

    title: str
    definitions: tuple[Definition[Any], ...]
