"""The patient of the file."""

from collections.abc import Callable
from fractions import Fraction

from desens.numbers.fields import Fields
from desens.numbers.suggesting import shown
from reactions.assess.case import Patient
from reactions.assess.medicine_names import known_condition, known_medicine
from reactions.assess.sections import bounded, choice, entries, section, whole_from_zero

Known = Callable[[str], tuple[str, str] | None]
OLDEST_YEARS = 125
PATIENT = ("sex", "age", "weight_kg", "medicines", "conditions", "fev1_percent", "alternative")


def read_patient(data: object) -> Patient:
    """The section `patient`."""
    fields = section(data, where="patient", optional=PATIENT)
    choice(fields, "sex", ("F", "M", "X", "U"))
    fields.figure_if_given("weight_kg")
    medicines, odd = _codes(fields, "medicines", known_medicine)
    conditions, strange = _codes(fields, "conditions", known_condition)
    return Patient(
        age_years=_completed_years(fields),
        medicines=medicines,
        conditions=conditions,
        unknown=(*odd, *strange),
        fev1_percent=bounded(fields, "fev1_percent", most=Fraction(200)) if "fev1_percent" in fields else None,
        alternative=choice(fields, "alternative", ("none", "exists")),
    )


def _codes(fields: Fields, key: str, known: Known) -> tuple[frozenset[str] | None, tuple[str, ...]]:
    """The codes of a list of words, and the words that have none; None where the list is absent."""
    if key not in fields:
        return None, ()
    listed = {f"{key} entry {number}": entry for number, entry in enumerate(entries(fields, key), start=1)}
    words = Fields(listed, where=fields.where, required=tuple(listed))
    texts = [words.text(name) for name in listed]
    codes = {text: known(text) for text in texts}
    return frozenset(found[1] for found in codes.values() if found), tuple(text for text in texts if not codes[text])


def _completed_years(fields: Fields) -> int | None:
    """Rules count completed years: a child's half year is not one of them, and is not rounded in silence."""
    if "age" in fields and fields.figure("age", zero=True).denominator != 1:
        expected = "a whole number of completed years, 0 before the first birthday"
        raise fields.error("age", f"{expected}, not {shown(fields.value('age'))}")
    return whole_from_zero(fields, "age", most=OLDEST_YEARS)
