"""Releasing what is ready, upon the record that the page showed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from desens.access.models import User
from desens.audit.recording import recording
from desens.records.once import find_entry
from protocols.lifecycle.releasing import Procedure, release
from protocols.models import Release, Version
from protocols.releasing.gathering import Gathered, gather
from protocols.releasing.wording import line_of
from protocols.rules.readiness import readiness
from protocols.rules.readiness_item import Item, refusing, wanting_reason
from protocols.rules.readiness_record import Answers
from reactions.assessing.facts import Changes, changes_since


class StaleReleaseError(Exception):
    """Something that the release rests on was recorded since the page was opened. Nothing was released."""

    def __init__(self, changes: Changes) -> None:
        super().__init__("recorded meanwhile")
        self.changes = changes


class NotReadyError(ValueError):
    """An item does not hold that no reason releases, or a reason is missing. Nothing was released."""

    def __init__(self, topics: tuple[str, ...]) -> None:
        super().__init__(", ".join(topics))
        self.topics = topics


@dataclass(frozen=True, kw_only=True)
class Said:
    """What was answered, the reasons by topic, and what the page showed (`seen`)."""

    answers: Answers
    reasons: Mapping[str, str]
    seen: str


def release_ready(*, version: Version, said: Said, entry_key: UUID, by: User, at: datetime) -> Release:
    """Release the version with everything that was checked.

    Raises StaleReleaseError, NotReadyError, and ArrowRefusedError: nothing is written.
    """
    with recording(by=by, at=at):
        gathered = gather(version.protocol, on=timezone.localdate(at))
        items = readiness(gathered.record, said.answers, gathered.limits, on=timezone.localdate(at))
        if find_entry(Release, entry_key) is None:
            _require_fresh(gathered, said.seen)
            _require_ready(items, said.reasons)
        procedure = _procedure(said, items, gathered)
        return release(version=version, procedure=procedure, entry_key=entry_key, by=by, at=at)


def _require_fresh(gathered: Gathered, seen: str) -> None:
    changes = changes_since(seen, gathered.facts, gathered.digest)
    if changes:
        raise StaleReleaseError(changes)


def _require_ready(items: tuple[Item, ...], reasons: Mapping[str, str]) -> None:
    wanting = (*refusing(items), *wanting_reason(items, reasons))
    if wanting:
        raise NotReadyError(wanting)


def _procedure(said: Said, items: tuple[Item, ...], gathered: Gathered) -> Procedure:
    answers = said.answers
    if answers.planned_on is None or answers.patients_per_nurse is None or not answers.place:
        raise NotReadyError(("place", "nurses", "separate-days"))
    return Procedure(
        planned_on=answers.planned_on,
        place=answers.place,
        patients_per_nurse=answers.patients_per_nurse,
        checked=_checked(said, items, gathered),
    )


def _checked(said: Said, items: tuple[Item, ...], gathered: Gathered) -> dict[str, Any]:
    """Everything as shown and answered: the items in words with their reasons, and the values they were judged by."""
    lines = [line_of(item, reason=said.reasons.get(item.topic, "")) for item in items]
    return {"items": lines, "answers": said.answers, "record": gathered.record, "limits": gathered.limits}
