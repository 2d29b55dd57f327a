"""Every name under which somebody may have written of a drug: its own, synonyms and brands, retired ones too.

What was recorded under a name before it was retired is still about that drug.
"""

from collections.abc import Iterable

from django.db.models import Q

from drugs.models import Drug, Name
from drugs.names import drug_key


def keys_of_drug(drug: Drug) -> frozenset[str]:
    """The normalised names (drugs.names.drug_key) of a drug. One query."""
    return keys_by_drug([drug])[drug.pk]


def keys_by_drug(drugs: Iterable[Drug]) -> dict[int, frozenset[str]]:
    """The same of several drugs, by their primary keys. One query."""
    found = {drug.pk: frozenset({drug_key(drug.name), drug.name_key}) for drug in drugs}
    for drug, key in Name.objects.filter(drug__in=found).values_list("drug", "name_key"):
        found[drug] |= {key}
    return found


def keys_of_name(name: str) -> frozenset[str]:
    """Every normalised name of whatever goes by `name`; that alone where the list knows no such drug. Two queries."""
    key = drug_key(name)
    named = Name.objects.filter(name_key=key).values("drug")
    drugs = keys_by_drug(Drug.objects.filter(Q(name_key=key) | Q(pk__in=named)))
    return frozenset({key}).union(*drugs.values())
