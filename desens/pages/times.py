"""Dates and times as people read them (safety.md H10): local, ISO, the offset where the clock repeats an hour."""

from datetime import date, datetime
from zoneinfo import ZoneInfo


def date_text(day: date) -> str:
    """`2026-11-20`."""
    return day.isoformat()


def local_text(moment: datetime, zone: ZoneInfo) -> str:
    """An aware moment in the zone: `2026-11-20 14:05`, or `2026-10-25 02:30 (UTC+01:00)` in the repeated hour."""
    if moment.tzinfo is None:
        raise ValueError("an aware datetime is expected")
    local = moment.astimezone(zone)
    return f"{local:%Y-%m-%d %H:%M}" + (f" (UTC{_offset(local)})" if is_repeated(local) else "")


def is_repeated(local: datetime) -> bool:
    """Whether this wall-clock time happens twice in its zone, as in the hour the clock goes back."""
    first, second = local.replace(fold=0).utcoffset(), local.replace(fold=1).utcoffset()
    return first is not None and second is not None and first > second


def _offset(local: datetime) -> str:
    sign_hours_minutes = f"{local:%z}"
    return f"{sign_hours_minutes[:3]}:{sign_hours_minutes[3:]}"
