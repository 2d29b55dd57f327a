"""Specifications gone wrong: values of valid mappings changed, tokens typed into their text, and noise."""

from __future__ import annotations

import json
from copy import deepcopy

from hypothesis import strategies as st

from tests.protocols.second.strategies import specifications

WORDS = ["", " ", "0", "-1", "1e13", "1e-13", "1e400000", "nan", "inf", "1,5", "1_000", "010", "1:10", "0x1f", "½", "٣"]
WORDS += [
    "mL",
    "mgg",
    "remainder",
    "rest",
    "to_target",
    "full",
    "diluent",
    "oral",
    "intravenous",
    "yes",
    "no",
    "logarithmic",
]
TOKENS = [
    "&a ",
    "*a",
    "<<: *a\n",
    "!!python/object:os.system x",
    "---\n",
    "...",
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\t",
    "\x00",
]
TOKENS += [
    "#",
    "'",
    '"',
    "\\",
    "\r\n",
    "\u202e",
    "\ufeff",
    "\ud7ff",
    "[" * 3000,
    "{a: " * 500,
    "9" * 5000,
    "drug: x\n",
    "? ",
]
KEYS = [
    "drug",
    "target_dose",
    "unit",
    "number",
    "volume_ml",
    "rate_ml_h",
    "minutes",
    "amount",
    "line",
    "pump",
    "steps",
    "x",
]

NUMBERS = st.sampled_from(["1", "2", "7", "15", "0.5", "250", "1e-05", "999999999999"])

SCALARS = st.none() | st.booleans() | st.sampled_from(WORDS) | st.text(max_size=6) | st.integers(-1, 9).map(str)
JUNK = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)


def places(data: object, path: tuple = ()) -> list[tuple]:
    """The path of every value in a nested mapping."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(place for key, value in items for place in places(value, (*path, key)))]


@st.composite
def mutated(draw: st.DrawFn, valid: st.SearchStrategy[dict] | None = None) -> object:
    """A valid mapping with one to three values replaced, dropped, doubled or added."""
    data: object = deepcopy(draw(specifications() if valid is None else valid))
    for _ in range(draw(st.sampled_from([1, 1, 2, 3]))):
        path = draw(st.sampled_from(places(data)))
        if not path:
            continue
        parent = data
        for key in path[:-1]:
            parent = parent[key]
        change(draw, parent, path[-1])
    return data


def change(draw: st.DrawFn, parent: object, key: object) -> None:
    kind = draw(st.sampled_from(["number", "number", "replace", "drop", "add"]))
    if kind == "number":
        parent[key] = draw(NUMBERS)
    elif kind == "drop":
        del parent[key]
    elif kind == "replace":
        parent[key] = draw(JUNK)
    elif isinstance(parent, list):
        parent.append(draw(JUNK | st.just(deepcopy(parent[0]))))
    else:
        parent[draw(st.sampled_from(KEYS))] = draw(JUNK)


@st.composite
def files(draw: st.DrawFn, valid: st.SearchStrategy[dict] | None = None) -> bytes:
    """A file's bytes: a mapping as JSON (which YAML reads too), perhaps with tokens typed into it, or noise."""
    kind = draw(st.sampled_from(["mapping", "typed into", "typed into", "text", "bytes"]))
    if kind == "bytes":
        return draw(st.binary(max_size=200))
    if kind == "text":
        return draw(st.text(max_size=200)).encode()
    valid = specifications() if valid is None else valid
    text = json.dumps(draw(mutated(valid) if kind == "mapping" else valid))
    for _ in range(draw(st.integers(1, 2)) if kind == "typed into" else 0):
        start = draw(st.integers(0, len(text)))
        end = start + draw(st.sampled_from([0, 0, 1, 5, 40]))
        text = text[:start] + draw(st.sampled_from(TOKENS + WORDS) | st.characters(codec="utf-8")) + text[end:]
    return text.encode(errors="replace")
