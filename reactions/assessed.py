"""What allergists decided about the culprits of a person: of each culprit the newest decision holds."""

from collections.abc import Collection, Mapping

from drugs.all_names import keys_of_name
from patients.models import Patient
from patients.person import records_of
from reactions.models import Assessment


def decisions_in_force(ids: Collection[int]) -> Mapping[str, Assessment]:
    """The decision that holds of each culprit, by its key; `ids` are the records of the person. One query."""
    rows = Assessment.objects.filter(patient__in=ids).select_related("recorded_by").order_by("id")
    return {row.culprit_key: row for row in rows}


def decision_on(decisions: Mapping[str, Assessment], keys: Collection[str]) -> Assessment | None:
    """Of a drug under all its names (drugs.all_names): a decision that closes the way holds, else the newest."""
    mine = [row for key, row in decisions.items() if key in keys]
    return max(mine, key=lambda row: (not row.is_open, row.pk), default=None)


def way_is_open(patient: Patient, drug: str) -> bool | None:
    """Whether the decision in force about a drug leaves a way to a protocol; None where nobody decided. Four queries.

    `drug` is a name, a synonym, a brand or a key (drugs.names). False for "contraindicated" and for "avoid"; a
    contraindication that an allergist overrode with a reason leaves the way that was decided.
    """
    decision = decision_on(decisions_in_force(records_of(patient).ids), keys_of_name(drug))
    return None if decision is None else decision.is_open
