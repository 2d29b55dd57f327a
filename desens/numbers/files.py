"""YAML and JSON whose figures stay source text (contracts.md 0, traps.md 7 and 8).

`load_file` gives mappings, lists, text, True, False and None, and nothing else: PyYAML's own
resolver would read a dilution 1:10 as 70, 010 as 8 and 14:05 as 845.
"""

import json
import re
from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml

MOST_BYTES = 1_000_000
MOST_DEPTH = 20


class FileError(ValueError):
    """A file that cannot be read: which file, which key, and what was expected there."""

    def __init__(self, *, file: str, key: str, expected: str) -> None:
        super().__init__(f"{file}: {key}: expected {expected}")
        self.file, self.key, self.expected = file, key, expected


def load_file(path: Path) -> Any:
    """Read a .json file as JSON and any other as YAML; FileError says what is wrong with it."""
    return load_text(read_text(path), file=path.name)


def read_text(path: Path) -> str:
    """The text of a file; FileError where it is too large, not readable or not UTF-8."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FileError(file=path.name, key="(size)", expected=f"at most {MOST_BYTES} bytes")
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise FileError(file=path.name, key="(file)", expected=f"a readable file ({error.strerror})") from None
    except UnicodeDecodeError:
        raise FileError(file=path.name, key="(text)", expected="UTF-8 text") from None


def load_text(text: str, *, file: str) -> Any:
    """The content of a file's text; its name decides the format and stands in the errors."""
    try:
        content = _load_json(text) if file.lower().endswith(".json") else _load_yaml(text)
        _refuse_surrogates(content)
        return content
    except (yaml.YAMLError, json.JSONDecodeError, RecursionError, _NotAllowedError) as error:
        where, expected = _where(error)
        raise FileError(file=file, key=where, expected=expected) from None


class _NotAllowedError(ValueError):
    pass


class _Loader(yaml.SafeLoader):
    """Null and true/false are the only implicit types; everything else stays text."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 - PyYAML's own class attribute

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise _NotAllowedError("no YAML aliases")
        if getattr(self.peek_event(), "tag", None) is not None:  # type: ignore[no-untyped-call]  # PyYAML's own
            raise _NotAllowedError("no YAML tags")
        self.depth = getattr(self, "depth", 0) + 1
        if self.depth > MOST_DEPTH:
            raise _NotAllowedError(f"at most {MOST_DEPTH} levels of nesting")
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for key_node, _ in node.value:
            if key_node.tag != self.DEFAULT_SCALAR_TAG:
                raise _NotAllowedError("text as a key")
            if key_node.value in seen:
                raise _NotAllowedError(f"the key {key_node.value!r} once only")
            seen.add(key_node.value)
        return super().construct_mapping(node, deep=deep)


_Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(?:null|~|)$"), ["n", "~", ""])
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|false)$"), ["t", "f"])


def _load_yaml(text: str) -> Any:
    return yaml.load(text, Loader=_Loader)  # noqa: S506 - a SafeLoader


def _refuse_surrogates(content: Any) -> None:
    """An escape such as \\ud800 makes text that no output can be written with."""
    if isinstance(content, str) and any("\ud800" <= character <= "\udfff" for character in content):
        raise _NotAllowedError("text without lone surrogates")
    if isinstance(content, dict):
        _refuse_surrogates([*content, *content.values()])
    if isinstance(content, list):
        for part in content:
            _refuse_surrogates(part)


def _load_json(text: str) -> Any:
    if max(_depths(text), default=0) > MOST_DEPTH:
        raise _NotAllowedError(f"at most {MOST_DEPTH} levels of nesting")
    return json.loads(
        text, parse_float=str, parse_int=str, parse_constant=_no_constant, object_pairs_hook=_unique_pairs
    )


def _depths(text: str) -> list[int]:
    depth, depths = 0, []
    for character in text:
        depth += (character in "[{") - (character in "]}")
        depths.append(depth)
    return depths


def _no_constant(name: str) -> Any:
    raise _NotAllowedError(f"a finite number instead of {name}")


def _unique_pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _NotAllowedError("each key once only")
    return found


def _where(error: Exception) -> tuple[str, str]:
    if isinstance(error, _NotAllowedError):
        return "(content)", str(error)
    if isinstance(error, json.JSONDecodeError):
        return f"line {error.lineno}", f"JSON ({error.msg})"
    if isinstance(error, RecursionError):
        return "(content)", f"at most {MOST_DEPTH} levels of nesting"
    mark = getattr(error, "problem_mark", None)
    line = f"line {mark.line + 1}" if mark else "(content)"
    return line, f"YAML ({getattr(error, 'problem', None) or 'not readable'})"
