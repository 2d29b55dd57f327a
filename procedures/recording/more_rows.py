"""As many rows as are needed: some stay free behind what is typed, and a button of the page gives more."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

#: Free rows behind what stands, how many more a press gives, and the most that a page has of a kind.
FREE_ROWS, MORE_ROWS, MOST_ROWS = 3, 6, 60
#: The kinds by the letter of their rows: what else happened, and premedication.
LETTERS = ("e", "p")
NO_MORE: Mapping[str, int] = MappingProxyType({})
_ROW = re.compile(r"([ep])([0-9]{1,2})-[a-z_]+", re.ASCII)
_ASKED = re.compile(r"([ep])([0-9]{1,2})", re.ASCII)


def with_free(typed: list[Any], *, at_least: int) -> list[Any]:
    """What stands in the rows, and empty ones behind it."""
    count = max(len(typed) + FREE_ROWS, min(MOST_ROWS, at_least))
    return [*typed, *([{}] * (count - len(typed)))]


def sent_rows(names: Iterable[str], letter: str) -> int:
    """How many rows of the kind the page had that sent fields of these names."""
    found = [_ROW.fullmatch(name) for name in names]
    return max((int(row[2]) + 1 for row in found if row is not None and row[1] == letter), default=0)


def asked_rows(text: str) -> Mapping[str, int]:
    """What an address asks for: e12 is twelve rows of what else happened."""
    found = _ASKED.fullmatch(text)
    return {found[1]: int(found[2])} if found else NO_MORE


def more_rows(letter: str, *, now: int) -> str:
    """What asks for more rows than there are now."""
    return f"{letter}{min(MOST_ROWS, now + MORE_ROWS)}"
