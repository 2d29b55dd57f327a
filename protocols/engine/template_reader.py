"""Reading a library file (protocols/library/*.yaml); unknown keys are errors. docs/adding_a_protocol.md says how."""

from datetime import date
from typing import Any

from desens.numbers.fields import ContentError, Fields
from protocols.engine.anything import read_any
from protocols.engine.template import (
    MARKS,
    AnyEntry,
    FixedProtocol,
    Premedication,
    ProtocolTemplate,
    UnfinishedProtocol,
)
from protocols.engine.template_infused import INFUSED_OPTIONAL, INFUSED_REQUIRED, read_infused
from protocols.engine.template_printed import read_errata, read_printed

_REQUIRED = ("title", "revision", "citation", "mark")
_OPTIONAL = (
    *("checked_by", "review_date", "review_due", "premedication", "fluids", "errata", "printed", "assumed", "notes"),
)


def read_entry(data: object, *, slug: str) -> AnyEntry:
    """The library file in `data`, as loaded: with `specification`, with `incomplete`, or infused with bags and steps.

    ContentError names the key and what was expected.
    """
    if isinstance(data, dict) and "specification" in data:
        fields = Fields(data, required=(*_REQUIRED, "specification"), optional=(*_OPTIONAL, "medicine"))
        medicine = fields.text("medicine") if "medicine" in fields else ""
        return FixedProtocol(**_head(fields, slug), medicine=medicine, specifications=_specifications(fields))
    if isinstance(data, dict) and "incomplete" in data:
        fields = Fields(data, required=(*_REQUIRED, "incomplete"), optional=_OPTIONAL)
        return UnfinishedProtocol(**_head(fields, slug), **_incomplete(fields.value("incomplete")))
    fields = Fields(data, required=(*_REQUIRED, *INFUSED_REQUIRED), optional=(*_OPTIONAL, *INFUSED_OPTIONAL))
    return ProtocolTemplate(**_head(fields, slug), **read_infused(fields))


def read_template(data: object, *, slug: str) -> ProtocolTemplate:
    """As `read_entry`, of infused protocols alone."""
    entry = read_entry(data, slug=slug)
    if not isinstance(entry, ProtocolTemplate):
        raise ContentError(key="steps", expected="bags and steps: this protocol is used as it stands")
    return entry


def _head(fields: Fields, slug: str) -> dict[str, Any]:
    return {
        "slug": slug,
        "title": fields.text("title"),
        "revision": fields.whole("revision"),
        "citation": fields.prose("citation"),
        "mark": fields.choice("mark", MARKS),
        "checked_by": fields.prose("checked_by"),
        "review_date": _date(fields, "review_date") if "review_date" in fields else None,
        "review_due": _date(fields, "review_due") if "review_due" in fields else None,
        "premedication": tuple(_premedication(*entry) for entry in _entries(fields, "premedication")),
        "fluids": fields.prose("fluids"),
        "errata": read_errata(fields),
        "printed": read_printed(fields.value("printed")) if "printed" in fields else None,
        "assumed": _sentences(fields, "assumed"),
        "notes": fields.prose("notes"),
    }


def _specifications(fields: Fields) -> tuple[Any, ...]:
    """One specification, or a list of them: a drug of several components has one for each."""
    several = isinstance(fields.value("specification"), list)
    stated = fields.entries("specification", most=10) if several else [fields.value("specification")]
    return tuple(read_any(one) for one in stated)


def _incomplete(data: object) -> dict[str, Any]:
    fields = Fields(data, where="incomplete", required=("drug", "route", "missing"))
    route = fields.choice("route", ("intravenous", "oral", "subcutaneous"))
    return {"drug_names": (fields.text("drug"),), "route": route, "missing": fields.prose("missing")}


def _entries(fields: Fields, key: str) -> list[tuple[Any, str]]:
    """The entries of a list with their places for errors; none where the key is absent."""
    entries = fields.entries(key, most=50) if key in fields else []
    return [(entry, f"{key} entry {position}") for position, entry in enumerate(entries, start=1)]


def _premedication(data: object, where: str) -> Premedication:
    fields = Fields(data, where=where, required=("drug",), optional=("dose", "unit", "route", "minutes_before"))
    return Premedication(
        drug=fields.text("drug"),
        dose=fields.figure_if_given("dose"),
        unit=fields.prose("unit"),
        route=fields.prose("route"),
        minutes_before=fields.whole("minutes_before") if "minutes_before" in fields else None,
    )


def _sentences(fields: Fields, key: str) -> tuple[str, ...]:
    sentences = fields.value(key) if key in fields else []
    if not isinstance(sentences, list) or not all(isinstance(sentence, str) for sentence in sentences):
        raise fields.error(key, "a list of sentences")
    return tuple(Fields({key: sentence}, required=(key,)).prose(key) for sentence in sentences)


def _date(fields: Fields, key: str) -> date:
    text = fields.text(key)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise fields.error(key, "a date such as 2026-11-20") from None
