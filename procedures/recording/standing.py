"""What of a procedure's rows stands: neither corrected nor an error."""

from dataclasses import dataclass
from typing import TypeVar

from django.db.models import QuerySet

from procedures.event_rows import Happening
from procedures.models import Ending, InfusionEvent, Particulars, Premedication, Procedure, Vitals

Row = TypeVar("Row", bound=Happening)


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Everything that stands of one procedure; `ending` is None where no outcome is recorded."""

    particulars: Particulars
    ending: Ending | None
    premedications: tuple[Premedication, ...]
    vitals: tuple[Vitals, ...]
    events: tuple[InfusionEvent, ...]


def standing(rows: QuerySet[Row]) -> QuerySet[Row]:
    """Of these rows the ones that stand."""
    return rows.filter(corrected_by__isnull=True, error__isnull=True)


def of_procedure(procedure: Procedure) -> Standing:
    """What stands of it. Five queries."""
    return Standing(
        particulars=procedure.particulars_rows.order_by("-number")[0],
        ending=procedure.ending_rows.order_by("-number").first(),
        premedications=tuple(standing(procedure.premedication_rows.all())),
        vitals=tuple(standing(procedure.vitals_rows.all())),
        events=tuple(standing(procedure.infusionevent_rows.all())),
    )
