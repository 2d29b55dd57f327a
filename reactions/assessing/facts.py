"""What an assessment rests on: each recorded entry with its key, so that a later one is noticed before signing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

MARK_LENGTH = 12


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One entry: `mark` is the beginning of its key, `told` the entry in a line, `by` and `at` who wrote it when."""

    mark: str
    told: str
    by: str
    at: datetime

    @property
    def in_full(self) -> str:
        """The entry with who recorded it."""
        return _("%(entry)s (recorded by %(who)s)") % {"entry": self.told, "who": self.by}


@dataclass(frozen=True, kw_only=True)
class Changes:
    """What was recorded since a page was opened, and how many of its entries are gone.

    `judged`: of the same entries the rules say something else, because a setting of the unit was changed.
    """

    added: tuple[Fact, ...]
    gone: int
    judged: bool

    def __bool__(self) -> bool:
        return bool(self.added or self.gone or self.judged)


def fact(row: Any, told: str) -> Fact:
    """An entry of a patient (patients.entry_models.PatientEntry) as a fact."""
    return Fact(mark=row.entry_key.hex[:MARK_LENGTH], told=told, by=str(row.recorded_by), at=row.recorded_at)


def seen_text(facts: Iterable[Fact], digest: str) -> str:
    """What the page carries: the beginning of the judgement's digest, then the marks of what it rests on."""
    return ".".join([digest[:MARK_LENGTH], *sorted(each.mark for each in facts)])


def changes_since(seen: str, facts: Iterable[Fact], digest: str) -> Changes:
    """What differs from what the page showed; everything is new to a page that carried nothing readable."""
    judged, _dot, marks = seen.partition(".")
    before, now = set(filter(None, marks.split("."))), {each.mark: each for each in facts}
    added = tuple(each for mark, each in now.items() if mark not in before)
    gone = len(before - now.keys())
    other = judged != digest[:MARK_LENGTH]
    return Changes(added=added, gone=gone, judged=other and not added and not gone)
