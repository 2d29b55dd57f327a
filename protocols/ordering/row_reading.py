"""From typed cells to rows of an order."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from protocols.engine import Premedication
from protocols.ordering.row_fields import MOST_ROWS, NAMES, cell
from protocols.rules.premedication_row import PremedicationRow, is_same, row_of


def last_row(sent: Mapping[str, Any], prefix: str) -> int:
    """The number of the last row that is not empty; 0 for none."""
    numbers = range(1, MOST_ROWS + 1)
    return max((n for n in numbers if any(sent.get(f"{prefix}-{cell(n, name)}") for name in NAMES)), default=0)


def is_filled(row: Mapping[str, Any]) -> bool:
    """Whether anything stands in the row."""
    return any(item not in (None, "") for item in row.values())


def as_row(given: Premedication) -> PremedicationRow:
    """What a version stored as a row with reason and source, which older ones lack."""
    return given if isinstance(given, PremedicationRow) else row_of(given)


def read_row(row: dict[str, Any]) -> PremedicationRow:
    """The cells of a valid row."""
    minutes = row["minutes_before"]
    return PremedicationRow(
        **row
        | {
            "dose": None if row["dose"] is None else Fraction(row["dose"]),
            "minutes_before": None if minutes is None else int(minutes),
        }
    )


def sourced(row: PremedicationRow, known: tuple[PremedicationRow, ...]) -> PremedicationRow:
    """The row with the source of the one it was filled in from; what was changed has none."""
    source = next((other.source for other in known if is_same(row, other)), "")
    return PremedicationRow(**vars(row) | {"source": source})
