"""Specifications and schedules of any kind as stored JSON; the schema tells the kind: 1, days-1, intervals-1."""

from typing import Any

from protocols.engine.anything import AnySchedule, AnySpecification
from protocols.engine.days import DaysSchedule, DaysSpecification
from protocols.engine.days.stored import (
    DAYS_SCHEMA,
    days_from_stored,
    days_specification_from_stored,
    days_specification_to_stored,
    days_to_stored,
)
from protocols.engine.intervals import IntervalSchedule, IntervalSpecification
from protocols.engine.intervals.stored import (
    INTERVALS_SCHEMA,
    intervals_from_stored,
    intervals_specification_from_stored,
    intervals_specification_to_stored,
    intervals_to_stored,
)
from protocols.engine.stored import from_stored, specification_from_stored, specification_to_stored, to_stored


def any_to_stored(schedule: AnySchedule) -> dict[str, Any]:
    """All of a schedule, findings included, for JSON."""
    match schedule:
        case DaysSchedule():
            return days_to_stored(schedule)
        case IntervalSchedule():
            return intervals_to_stored(schedule)
    return to_stored(schedule)


def any_from_stored(data: dict[str, Any]) -> AnySchedule:
    """The schedule that `any_to_stored` stored; StoredError for a schema nobody knows."""
    match data.get("schema"):
        case schema if schema == DAYS_SCHEMA:
            return days_from_stored(data)
        case schema if schema == INTERVALS_SCHEMA:
            return intervals_from_stored(data)
    return from_stored(data)


def any_specification_to_stored(specification: AnySpecification) -> dict[str, Any]:
    """All of a specification, for JSON."""
    match specification:
        case DaysSpecification():
            return days_specification_to_stored(specification)
        case IntervalSpecification():
            return intervals_specification_to_stored(specification)
    return specification_to_stored(specification)


def any_specification_from_stored(data: dict[str, Any]) -> AnySpecification:
    """The specification that `any_specification_to_stored` stored; StoredError for a schema nobody knows."""
    match data.get("schema"):
        case schema if schema == DAYS_SCHEMA:
            return days_specification_from_stored(data)
        case schema if schema == INTERVALS_SCHEMA:
            return intervals_specification_from_stored(data)
    return specification_from_stored(data)
