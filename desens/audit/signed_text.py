"""What is signed, as one canonical text, and its digest: the text says everything, so it never changes afterwards."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from fractions import Fraction
from hashlib import sha256
from typing import Any
from uuid import UUID

from desens.audit.values import canonical
from desens.numbers.write import exact_text

SCHEMA = 1


def kept(value: Any) -> Any:
    """The value as JSON keeps it: exact figures as text, sets in order, values with their fields by name.

    TypeError names what cannot be kept exactly.
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: kept(getattr(value, field.name)) for field in fields(value)}
    match value:
        case None | bool() | int() | str():
            return value
        case Fraction():
            return exact_text(value)
        case datetime() if value.tzinfo is not None:
            return value.astimezone(UTC).isoformat()
        case date() if not isinstance(value, datetime):
            return value.isoformat()
        case UUID():
            return str(value)
        case frozenset():
            return sorted(map(kept, value))
        case Mapping():
            return {str(key): kept(inner) for key, inner in value.items()}
        case tuple() | list():
            return [kept(inner) for inner in value]
    raise TypeError(f"a signed text keeps no {type(value).__name__}: {value!r}")


def text_of(values: Mapping[str, Any]) -> str:
    """The one JSON text of the values: sorted keys, no blanks."""
    return canonical(kept({"schema": SCHEMA, **values}))


def digest_of(text: str) -> str:
    """SHA-256 of the text's UTF-8 bytes, 64 hexadecimal digits."""
    return sha256(text.encode()).hexdigest()
