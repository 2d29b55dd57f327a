"""A setting's value in words, line by line; no bare figure."""

from typing import Any

from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from desens.numbers.sentences import figures_kept
from desens.unit.definitions import Definition
from desens.unit.kinds import Choice, Kind, Number, Picture, Rows, Text, Texts


def value_lines(definition: Definition[Any], value: Any) -> list[str]:
    """What the setting holds; "not recorded" for an empty text, "none" for no rows."""
    return _lines(definition.kind, value)


def _lines(kind: Kind[Any], value: Any) -> list[str]:
    match kind:
        case Number():
            return [str(Quantity.of(value, kind.unit))]
        case Choice():
            return [figures_kept(str(kind.options.get(value, value)))]
        case Text():
            return [figures_kept(str(value)) or _("not recorded")]
        case Texts():
            return [figures_kept(str(line)) for line in value]
        case Rows():
            return [_row(kind, row) for row in value] or [_("none")]
        case Picture():
            return [_("a picture") if value else _("none")]
    raise TypeError(f"no words for {kind!r}")


def _row(kind: Rows[Any], row: Any) -> str:
    """The row's own words, or the first cell, then each other one under its title."""
    if kind.told is not None:
        return figures_kept(kind.told(row))
    cells = [
        (str(column.title), _lines(column.kind, cell)[0])
        for column, cell in zip(kind.columns.values(), kind.cells(row), strict=True)
    ]
    rest = ", ".join(f"{title.lower()} {text}" for title, text in cells[1:])
    return f"{cells[0][1]}: {rest}" if rest else cells[0][1]
