"""Reading what `manage.py replay` is given (contracts.md 5), from text values (desens.numbers.files)."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any

from desens.numbers.fields import ContentError, Fields
from desens.numbers.files import FileError
from protocols.engine.reader import read_specification
from protocols.engine.replay.event import KINDS, Event
from protocols.engine.specification import Specification

MOST_EVENTS = 1000


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What was to be given, what happened, and the minute that is asked for."""

    specification: Specification
    events: tuple[Event, ...]
    now: Fraction


def read_replay(data: object, *, beside: Callable[[str], Any]) -> Asked:
    """The content of a file; `beside` loads a file of its folder by name. ContentError names key and expectation."""
    fields = Fields(data, required=("schedule", "events", "now"))
    return Asked(
        specification=_specification(fields, beside),
        events=_events(fields),
        now=fields.figure("now", zero=True),
    )


def _specification(fields: Fields, beside: Callable[[str], Any]) -> Specification:
    stated, where = fields.value("schedule"), "schedule"
    try:
        if isinstance(stated, str):
            name = fields.text("schedule")
            if name != PurePosixPath(name).name or name != PureWindowsPath(name).name:
                raise fields.error("schedule", "a specification, or the name of a file beside this one")
            stated, where = beside(name), f"schedule ({name})"
    except FileError as error:
        raise ContentError(key=f"schedule ({error.file}), {error.key}", expected=error.expected) from None
    try:
        return read_specification(stated)
    except ContentError as error:
        raise ContentError(key=f"{where}, {error.key}", expected=error.expected) from None


def _events(fields: Fields) -> tuple[Event, ...]:
    """The events in the order of the file; an empty list says that nothing happened yet."""
    if fields.value("events") == []:
        return ()
    entries = fields.entries("events", most=MOST_EVENTS)
    return tuple(_event(entry, f"events entry {number}") for number, entry in enumerate(entries, start=1))


def _event(data: object, where: str) -> Event:
    fields = Fields(data, where=where, required=("at", "event"), optional=("step", "rate_ml_h", "infused_ml"))
    kind = fields.choice("event", KINDS)
    for key in ("step", "rate_ml_h"):
        if key in fields and kind in ("pause", "stop"):
            raise fields.error(key, "it with start or resume only")
    if kind == "start" and "step" not in fields:
        raise fields.error("step", "the number of the step that starts, but the key is missing")
    return Event(
        kind=kind,
        at=fields.figure("at", signed=True),
        step=fields.whole("step") if "step" in fields else None,
        rate_ml_h=fields.figure_if_given("rate_ml_h"),
        infused_ml=fields.figure("infused_ml", zero=True) if "infused_ml" in fields else None,
    )
