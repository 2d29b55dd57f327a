"""What a name stands for: every normalised name of the drug, and the classes that the drug library states."""

from collections.abc import Iterable
from dataclasses import dataclass

from drugs.models import Drug, Name, Value
from drugs.names import drug_key
from drugs.selectors import retired, standing_values
from protocols.rules.medicine_groups import Medicine


@dataclass(frozen=True, kw_only=True)
class Names:
    """The drug list by normalised names."""

    drug_of: dict[str, int]
    keys_of: dict[int, frozenset[str]]
    classes_of: dict[int, frozenset[str]]

    def medicine(self, name: str) -> Medicine:
        """The medicine of a name as written; one the list does not know goes by that name alone."""
        key = drug_key(name)
        drug = self.drug_of.get(key)
        if drug is None:
            return Medicine(name=name, keys=frozenset({key} - {""}))
        classes = self.classes_of.get(drug, frozenset())
        return Medicine(name=name, keys=self.keys_of[drug] | {key}, classes=classes)


def drug_names() -> Names:
    """Every name in use, and every class that stands. Four queries."""
    out = retired()
    rows = [*Drug.objects.values_list("name_key", "pk")]
    rows += Name.objects.exclude(pk__in=out.names).values_list("name_key", "drug")
    keys: dict[int, frozenset[str]] = {}
    for key, drug in rows:
        keys[drug] = keys.get(drug, frozenset()) | {key}
    classes = standing_values(Value.objects.filter(what="class", drug__isnull=False).order_by("id"), out)
    return Names(
        drug_of=dict(reversed(rows)),
        keys_of=keys,
        classes_of={value.drug_id: _parts(value.stated) for value in classes if value.drug_id and value.established},
    )


def _parts(stated: str) -> frozenset[str]:
    return frozenset(_words(stated.replace(":", ",").split(",")))


def _words(parts: Iterable[str]) -> list[str]:
    return [part.strip() for part in parts if part.strip()]
