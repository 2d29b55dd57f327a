"""How a setting's value is stored: JSON with its schema number. A kept example is read by a test."""

import json

from desens.unit.definitions import Definition
from desens.unit.kinds import Value

SCHEMA = 1


def value_text(definition: Definition[Value], value: Value) -> str:
    """The one JSON text of the value."""
    stored = {"schema": SCHEMA, "value": definition.kind.stored(value)}
    return json.dumps(stored, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read_value(definition: Definition[Value], text: str) -> Value:
    """The inverse of `value_text`; ValueError for a schema this program does not know."""
    stored = json.loads(text)
    if stored["schema"] != SCHEMA:
        raise ValueError(f"a setting of schema {stored['schema']}; known is {SCHEMA}")
    return definition.kind.read(stored["value"])
