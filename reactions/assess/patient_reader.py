"""The patient of the file."""

from collections.abc import Mapping
from fractions import Fraction

from desens.numbers.fields import Fields
from reactions.assess.case import Patient
from reactions.assess.medicine_names import CONDITIONS, MEDICINES, normalized
from reactions.assess.sections import bounded, choice, entries, section, whole_from_zero

OLDEST_YEARS = 125
PATIENT = ("sex", "age", "weight_kg", "medicines", "conditions", "fev1_percent", "alternative")


def read_patient(data: object) -> Patient:
    """The section `patient`."""
    fields = section(data, where="patient", optional=PATIENT)
    choice(fields, "sex", ("F", "M", "X", "U"))
    fields.figure_if_given("weight_kg")
    medicines, odd = _codes(fields, "medicines", MEDICINES)
    conditions, strange = _codes(fields, "conditions", CONDITIONS)
    return Patient(
        age_years=whole_from_zero(fields, "age", most=OLDEST_YEARS),
        medicines=medicines,
        conditions=conditions,
        unknown=(*odd, *strange),
        fev1_percent=bounded(fields, "fev1_percent", most=Fraction(200)) if "fev1_percent" in fields else None,
        alternative=choice(fields, "alternative", ("none", "exists")),
    )


def _codes(fields: Fields, key: str, names: Mapping[str, str]) -> tuple[frozenset[str] | None, tuple[str, ...]]:
    """The codes of a list of words, and the words that have none; None where the list is absent."""
    if key not in fields:
        return None, ()
    listed = {f"{key} entry {number}": entry for number, entry in enumerate(entries(fields, key), start=1)}
    words = Fields(listed, where=fields.where, required=tuple(listed))
    texts = [words.text(name) for name in listed]
    known = frozenset(names[normalized(text)] for text in texts if normalized(text) in names)
    return known, tuple(text for text in texts if normalized(text) not in names)
