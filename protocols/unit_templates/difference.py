"""What changed between two revisions, figure by figure, in words; a step that was put in shifts no other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.utils.translation import gettext as _

from desens.numbers.figures import read_figure
from desens.numbers.quantity import AMOUNT_UNITS, NO_BREAK_SPACE, Quantity
from desens.numbers.write import shown_in_full
from protocols.unit_templates.difference_words import AMOUNTS, NAMES, UNITS

#: Changes with every revision, and says nothing.
_COUNTED = "revision"


@dataclass(frozen=True, kw_only=True)
class Change:
    """One place that differs; `before` or `after` is "" where there was or is nothing."""

    where: str
    before: str
    after: str


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Change, ...]:
    """All of them, in the order of the older content; the number of the revision is none."""
    return tuple(_of_mapping(before, after, where="", unit=_unit_of(after)))


def _unit_of(content: Mapping[str, Any]) -> str:
    """The unit of the first drug, in which amounts of bags are."""
    drugs = content.get("drugs")
    first = drugs[0] if isinstance(drugs, list) and drugs else content
    return str(first.get("unit", "")) if isinstance(first, Mapping) else ""


def _of_mapping(before: Mapping[str, Any], after: Mapping[str, Any], *, where: str, unit: str) -> Iterator[Change]:
    unit = str(after.get("unit") or before.get("unit") or unit)
    for key in dict.fromkeys([*before, *after]):
        if key == _COUNTED or before.get(key) == after.get(key):
            continue
        yield from _of_value(key, before.get(key), after.get(key), where=_joined(where, _name(key)), unit=unit)


def _of_value(key: str, before: Any, after: Any, *, where: str, unit: str) -> Iterator[Change]:
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        yield from _of_mapping(before, after, where=where, unit=unit)
    elif isinstance(before, list) and isinstance(after, list):
        yield from _of_list(before, after, where=where, unit=unit)
    else:
        yield Change(where=where, before=_text(key, before, unit), after=_text(key, after, unit))


def _of_list(before: list[Any], after: list[Any], *, where: str, unit: str) -> Iterator[Change]:
    """Equal entries are matched first; what lies between them was changed, put in or taken out."""
    old, new = [repr(entry) for entry in before], [repr(entry) for entry in after]
    for kind, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        for offset in range(max(last - first, end - start)):
            was = before[first + offset] if first + offset < last else None
            is_now = after[start + offset] if start + offset < end else None
            number = (start if is_now is not None else first) + offset + 1
            yield from _of_entry(was, is_now, where=f"{where} {number}", unit=unit)


def _of_entry(before: Any, after: Any, *, where: str, unit: str) -> Iterator[Change]:
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        yield from _of_mapping(before, after, where=where, unit=unit)
        return
    yield Change(where=where, before=_text("", before, unit), after=_text("", after, unit))


def _text(key: str, value: Any, unit: str) -> str:
    """A value in words: a figure with its unit, a mapping as its parts, nothing as ""."""
    if isinstance(value, Mapping):
        own = str(value.get("unit") or unit)
        return ", ".join(f"{_name(name)} {_text(name, part, own)}" for name, part in value.items())
    if isinstance(value, list):
        return "; ".join(_text(key, part, unit) for part in value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return "" if value is None else _figure(key, str(value), unit)


def _figure(key: str, text: str, unit: str) -> str:
    measured = UNITS.get(key) or (unit if key in AMOUNTS and unit in AMOUNT_UNITS else None)
    if key in ("amount", "concentration") and unit in AMOUNT_UNITS:
        measured = unit if key == "amount" else f"{unit}/mL"
    try:
        value = read_figure(text)
    except ValueError:
        return text
    if measured and shown_in_full(value):
        return str(Quantity.of(value, measured))
    return f"{text}{NO_BREAK_SPACE}{Quantity.of(0, measured).unit_text}" if measured else text


def _name(key: str) -> str:
    return str(NAMES.get(key, key.replace("_", " ")))


def _joined(where: str, name: str) -> str:
    return f"{where}, {name}" if where else name
