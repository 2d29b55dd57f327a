"""What allergists decided about the culprits of a person: of each culprit the newest decision holds."""

from collections.abc import Collection, Mapping

from drugs.names import drug_key
from patients.models import Patient
from patients.person import records_of
from reactions.models import Assessment


def decisions_in_force(ids: Collection[int]) -> Mapping[str, Assessment]:
    """The decision that holds of each culprit, by its key; `ids` are the records of the person. One query."""
    rows = Assessment.objects.filter(patient__in=ids).select_related("recorded_by").order_by("id")
    return {row.culprit_key: row for row in rows}


def way_is_open(patient: Patient, drug: str) -> bool | None:
    """Whether the decision in force about a drug leaves a way to a protocol; None where nobody decided. Two queries.

    `drug` is a name or a key (drugs.names). False for "contraindicated" and for "avoid"; a contraindication that an
    allergist overrode with a reason leaves the way that was decided.
    """
    decision = decisions_in_force(records_of(patient).ids).get(drug_key(drug))
    return None if decision is None else decision.is_open
