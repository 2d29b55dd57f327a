"""Whether two people's names are alike enough to ask "is this the same person?".

Implementation choice, no published table. Asked only of people born on the same day, so it may be generous.
Two names are alike when they share a part, or have parts that differ by a slip of the pen: one wrong, missing,
added or swapped letter in parts of 4 letters and more, two in parts of 8 and more. Parts of one or two letters
and the particles below say nothing.
"""

from collections.abc import Collection

PARTICLES = frozenset({"del", "las", "los", "van", "von", "der", "den", "dos", "das", "ibn", "bin"})
LEAST_LETTERS = 3
ONE_SLIP_FROM, TWO_SLIPS_FROM = 4, 8


def names_alike(one: Collection[str], other: Collection[str]) -> bool:
    """Whether a part of one name (plain letters, as `patients.searching.name_keys` gives) is like one of the other."""
    return any(parts_alike(first, second) for first in _telling(one) for second in _telling(other))


def parts_alike(one: str, other: str) -> bool:
    """Equal, or as many slips apart as the shorter part allows."""
    shorter = min(len(one), len(other))
    allowed = (shorter >= ONE_SLIP_FROM) + (shorter >= TWO_SLIPS_FROM)
    return one == other or (abs(len(one) - len(other)) <= allowed and slips(one, other) <= allowed)


def slips(one: str, other: str) -> int:
    """Letters wrong, missing, added or swapped with their neighbour (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for down, letter in enumerate(one, start=1):
        two_before, before, row = before, row, [down]
        for across, its in enumerate(other, start=1):
            least = min(before[across] + 1, row[-1] + 1, before[across - 1] + (letter != its))
            if down > 1 < across and letter == other[across - 2] and one[down - 2] == its:
                least = min(least, two_before[across - 2] + 1)
            row.append(least)
    return row[-1]


def _telling(parts: Collection[str]) -> list[str]:
    return [part for part in parts if len(part) >= LEAST_LETTERS and part not in PARTICLES]
