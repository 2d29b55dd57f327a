"""What of a procedure's rows stands: neither corrected nor an error."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from procedures.event_rows import Happening
from procedures.models import Ending, InfusionEvent, Particulars, Premedication, Procedure, Vitals

Row = TypeVar("Row", bound=Happening)
EARLIEST = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Everything that stands of one procedure; `ending` is None where no outcome is recorded."""

    particulars: Particulars
    ending: Ending | None
    premedications: tuple[Premedication, ...]
    vitals: tuple[Vitals, ...]
    events: tuple[InfusionEvent, ...]


def standing(rows: QuerySet[Row]) -> tuple[Row, ...]:
    """Of these rows the ones that stand, in the order of time; what has none comes first. One query.

    What happened in the same minute keeps the order in which it was first entered, however often it was corrected.
    `rows` hold the corrected ones as well.
    """
    stands = ExpressionWrapper(Q(corrected_by__isnull=True, error__isnull=True), output_field=BooleanField())
    found: list[Any] = list(rows.annotate(stands=stands).order_by("pk"))
    first = first_entries(found)
    timed = sorted((row.at or EARLIEST, first[row.pk], row.pk) for row in found if row.stands)
    by_key = {row.pk: row for row in found}
    return tuple(by_key[key] for _at, _first, key in timed)


def first_entries(rows: Iterable[Any]) -> dict[int, int]:
    """The key of the row that was entered first, by the key of each row that corrects it, itself included."""
    corrects = {row.pk: row.corrects_id for row in rows}
    found: dict[int, int] = {}
    for key, old in sorted(corrects.items()):
        found[key] = key if old is None else found.get(old, key)
    return found


def of_procedure(procedure: Procedure) -> Standing:
    """What stands of it. Five queries."""
    return Standing(
        particulars=procedure.particulars_rows.order_by("-number")[0],
        ending=procedure.ending_rows.order_by("-number").first(),
        premedications=standing(procedure.premedication_rows.all()),
        vitals=standing(procedure.vitals_rows.all()),
        events=standing(procedure.infusionevent_rows.all()),
    )
