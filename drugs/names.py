"""How drug names are matched: exactly, by a normalised name; anything near is only suggested (style.md, traps)."""

import unicodedata
from collections.abc import Iterable

#: How many slips are allowed by the length of what was typed: below 4 letters anything is near anything.
SLIPS = ((9, 3), (6, 2), (4, 1))


def drug_key(name: str) -> str:
    """Letters and digits only, without accents and case: `Cis-atracurium` and `cisatracurium` are one."""
    parted = unicodedata.normalize("NFKD", name).casefold()
    return "".join(sign for sign in parted if sign.isalnum())


def slips_between(one: str, other: str) -> int:
    """How many letters must be added, dropped, changed or swapped with their neighbour (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, sign in enumerate(one, start=1):
        earlier, before, row = before, row, [place]
        for column, letter in enumerate(other, start=1):
            cost = min(before[column] + 1, row[-1] + 1, before[column - 1] + (sign != letter))
            if place > 1 and column > 1 and sign == other[column - 2] and one[place - 2] == letter:
                cost = min(cost, earlier[column - 2] + 1)
            row.append(cost)
    return row[-1]


def near(typed: str, keys: Iterable[str]) -> list[str]:
    """The keys that may have been meant, the nearest first; what is typed exactly is not among them."""
    key = drug_key(typed)
    most = next((slips for length, slips in SLIPS if len(key) >= length), 0)
    found = [(slips_between(key, other), other) for other in set(keys) if abs(len(other) - len(key)) <= most]
    return [other for slips, other in sorted(found) if 0 < slips <= most]
