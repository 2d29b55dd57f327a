"""Before and after, as text: exact figures as strings, times in UTC, never a float."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any
from uuid import UUID

from desens.numbers.write import exact_text


def values_text(values: Mapping[str, Any] | None) -> str:
    """JSON of the values with sorted keys, "" for None; TypeError names what cannot be kept exactly."""
    return "" if values is None else canonical(_kept(values))


def canonical(data: dict[str, Any]) -> str:
    """The one JSON text of the data: sorted keys, no blanks."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _kept(value: Any) -> Any:
    match value:
        case None | bool() | int() | str():
            return value
        case Fraction() | Decimal():
            return exact_text(value)
        case datetime() if value.tzinfo is not None:
            return value.astimezone(UTC).isoformat()
        case date() if not isinstance(value, datetime):
            return value.isoformat()
        case UUID():
            return str(value)
        case Mapping():
            return {_key(key): _kept(inner) for key, inner in value.items()}
        case list() | tuple():
            return [_kept(inner) for inner in value]
    raise TypeError(f"the audit keeps no {type(value).__name__}: {value!r}")


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise TypeError(f"the audit's keys are text, not {key!r}")
    return key
