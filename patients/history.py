"""How a record came to be as it is: what was amended, joined, marked and stated, read from the audit."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.access.models import User
from desens.access.roles import Permission
from desens.access.typed_text import typed
from desens.audit.models import AuditEvent
from patients.models import CareState, Patient, Sex
from patients.person import PersonRecords
from patients.services import NewPatient

MOST_LINES = 200
#: What people wrote in an event.
TYPED = ("note", "reason")
#: Both records have an event of these.
TOLD_TWICE = ("joined", "undid joining")
FIELDS: Mapping[str, Promise] = {
    "family_name": gettext_lazy("Family name"),
    "given_name": gettext_lazy("Given name"),
    "birth_date": gettext_lazy("Birth date"),
    "sex": gettext_lazy("Sex"),
    "hospital_number": gettext_lazy("Hospital number"),
}


@dataclass(frozen=True, kw_only=True)
class Change:
    """One value before and after."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class HistoryLine:
    """One event of the record, as the viewer may see it."""

    at: datetime
    by: str
    record_code: str
    what: str
    changes: tuple[Change, ...]


def history_of(person: PersonRecords, *, viewer: User) -> tuple[HistoryLine, ...]:
    """The newest events of all records of the person. One query."""
    codes = [record.code for record in person.all]
    events = AuditEvent.objects.filter(patient_code__in=codes, action__in=WORDS)
    once = events.exclude(~Q(patient_code=person.leading.code), action__in=TOLD_TWICE)
    return tuple(_line(event, viewer) for event in once.order_by("-id")[:MOST_LINES])


def compared(stored: Patient, typed: NewPatient) -> tuple[Change, ...]:
    """What is stored ("before") beside what was typed ("after"), where they differ."""
    here = {name: str(getattr(stored, name)) for name in FIELDS}
    there = {name: str(getattr(typed, name)) for name in FIELDS}
    return tuple(change for change in _changes(here, there) if change.before != change.after)


def _line(event: AuditEvent, viewer: User) -> HistoryLine:
    after, seen = json.loads(event.after), viewer.has(Permission.SEE_IDENTITY)
    after |= {name: typed(after[name], viewer) for name in TYPED if name in after}
    changes = _changes(json.loads(event.before), after) if event.before and seen else ()
    return HistoryLine(
        at=event.at, by=event.by, record_code=event.patient_code, what=WORDS[event.action](after), changes=changes
    )


def _changes(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Change, ...]:
    return tuple(
        Change(label=str(label), before=_shown(name, before[name]), after=_shown(name, after[name]))
        for name, label in FIELDS.items()
        if name in after
    )


def _shown(name: str, value: str) -> str:
    return str(Sex(value).label) if name == "sex" else value


def _state(after: Mapping[str, str]) -> str:
    words = _("%(state)s since %(since)s") % {"state": CareState(after["state"]).label, "since": after["since"]}
    return f"{words}: {after['note']}" if after["note"] else words


def _in_error(after: Mapping[str, str]) -> str:
    return _("an entry was marked as entered in error: %(reason)s") % after


WORDS: Mapping[str, Any] = {
    "registered": lambda after: _("registered"),
    "amended": lambda after: _("identity amended"),
    "recorded state": _state,
    "marked in error": _in_error,
    "joined": lambda after: _("record %(joined)s joined to %(leading)s: %(reason)s") % after,
    "undid joining": lambda after: _("joining of %(joined)s to %(leading)s undone: %(reason)s") % after,
}
