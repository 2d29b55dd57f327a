"""The printed history as tests make it, on a fixed day."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from desens.unit.selectors import current
from patients.person import records_of
from patients.selectors import identity
from reactions.documents.unit_head import unit_head
from review.history import paper
from review.history.courses import history

PRINTED = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)


def paper_of(patient, viewer, **changes: Any) -> paper.Paper:
    """The page before it is rendered, as far as the viewer may see it."""
    person = records_of(patient)
    made = paper.Paper(
        identity=identity(patient, viewer=viewer, on=date(2026, 11, 21), person=person),
        courses=history(person, code=patient.code, viewer=viewer),
        head=unit_head(current()),
        printed_by=str(viewer),
        printed_at=PRINTED,
    )
    return replace(made, **changes)
