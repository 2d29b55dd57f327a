"""The frozen document of a version: one canonical JSON text that pages, paper and exports read.

Schema 1. A kept example is read by a test; nothing in it is computed again for display.
"""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from protocols.engine import (
    Schedule,
    Specification,
    canonical,
    from_stored,
    specification_from_stored,
    specification_to_stored,
    to_stored,
)
from protocols.orders import Orders, orders_from_stored, orders_to_stored

SCHEMA = 1


@dataclass(frozen=True, kw_only=True)
class VersionDocument:
    """For whom, from what, and what was chosen.

    `source` may hold `unit`, what is printed of the unit, and `unit_settings`, the revision of each setting used.
    """

    identity: dict[str, str]
    source: dict[str, Any]
    choices: dict[str, str]
    orders: Orders
    specification: Specification
    schedule: Schedule


def document_text(document: VersionDocument) -> str:
    """The canonical text that is stored and hashed."""
    return canonical(
        {
            "schema": SCHEMA,
            "identity": document.identity,
            "source": document.source,
            "choices": document.choices,
            "orders": orders_to_stored(document.orders),
            "specification": specification_to_stored(document.specification),
            "schedule": to_stored(document.schedule),
        }
    )


def read_document(text: str) -> VersionDocument:
    """The inverse of `document_text`; ValueError for a schema this program does not know."""
    stored: dict[str, Any] = json.loads(text)
    if stored["schema"] != SCHEMA:
        raise ValueError(f"a version document of schema {stored['schema']}; known is {SCHEMA}")
    return VersionDocument(
        identity=stored["identity"],
        source=stored["source"],
        choices=stored["choices"],
        orders=orders_from_stored(stored["orders"]),
        specification=specification_from_stored(stored["specification"]),
        schedule=from_stored(stored["schedule"]),
    )


def digest(text: str) -> str:
    """SHA-256 of the canonical text, hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def short_hash(full: str) -> str:
    """The first eight digits as they are printed and read aloud: 7f3a·91c2."""
    return f"{full[:4]}·{full[4:8]}"
