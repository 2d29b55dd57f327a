"""What the released schedule of a procedure adds to what was entered: steps, bags, the planned and the given dose."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from desens.numbers.quantity import Quantity
from procedures.delivered import delivered
from procedures.models import Procedure
from procedures.recording.standing import Standing
from protocols.engine import Schedule
from protocols.models import Version
from protocols.version_document import VersionDocument, read_document


@dataclass(frozen=True, kw_only=True)
class Size:
    """Steps, bags and doses; None where that is not recorded. `delivered` is computed where the times allow."""

    steps: int | None
    bags: int | None
    planned: Quantity | None
    delivered: Quantity | None


def documents_given(ids: Collection[int]) -> Mapping[int, VersionDocument]:
    """By version, what was released and given to these patients. One query."""
    given = Procedure.objects.filter(patient__in=ids)
    rows = Version.objects.filter(pk__in=given.values("version")).only("document")
    return {row.pk: read_document(row.document) for row in rows}


def size_of(stands: Standing, document: VersionDocument | None) -> Size:
    """As entered, else as scheduled; the given dose as the procedure's own page says it."""
    told, scheduled = stands.particulars, _scheduled(document)
    return Size(
        steps=scheduled.steps if told.steps is None else told.steps,
        bags=scheduled.bags if told.bags is None else told.bags,
        planned=scheduled.planned if told.planned is None else told.planned,
        delivered=delivered(document, stands).best,
    )


def _scheduled(document: VersionDocument | None) -> Size:
    """What is given by mouth has no steps of an infusion."""
    schedule = None if document is None else document.schedule
    if not isinstance(schedule, Schedule):
        return Size(steps=None, bags=None, planned=None, delivered=None)
    return Size(
        steps=max(step.number for step in schedule.steps),
        bags=max(step.solution for step in schedule.steps),
        planned=Quantity.of(schedule.total_dose, schedule.unit),
        delivered=None,
    )
