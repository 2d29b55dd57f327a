"""Which of several revisions holds. Pure: rows come in, the one that stands comes out."""

from collections.abc import Container, Hashable, Iterable
from typing import Protocol, TypeVar

UNIT = "unit"


class Revised(Protocol):
    """A row that is one revision of something said by one origin."""

    pk: int
    origin: str
    revision: int


Row = TypeVar("Row", bound=Revised)


def standing(rows: Iterable[Row], *, retired: Container[int]) -> Row | None:
    """The unit's latest revision, else the shipped one's; a retired latest revision makes no earlier one stand."""
    latest: dict[str, Row] = {}
    for row in sorted(rows, key=lambda row: row.revision):
        latest[row.origin] = row
    holding = [row for row in latest.values() if row.pk not in retired]
    return max(holding, key=lambda row: row.origin == UNIT, default=None)


def by_slot(rows: Iterable[Row], *names: str) -> dict[tuple[Hashable, ...], list[Row]]:
    """The revisions of each thing said, in the order of first mention."""
    slots: dict[tuple[Hashable, ...], list[Row]] = {}
    for row in rows:
        slots.setdefault(tuple(getattr(row, name) for name in names), []).append(row)
    return slots
