"""The patient and the reaction of the file."""

from collections.abc import Mapping
from fractions import Fraction

from desens.numbers.fields import Fields
from reactions.assess.case import Patient
from reactions.assess.medicine_names import CONDITIONS, MEDICINES, normalized
from reactions.assess.sections import (
    HUNDRED,
    bounded,
    choice,
    entries,
    flag,
    section,
    whole,
    whole_from_zero,
    zero_or_more,
)
from reactions.rules.observed import Observed
from reactions.rules.signs import SIGNS
from reactions.rules.treatments import TREATMENTS

OLDEST_YEARS = 125
PATIENT = ("sex", "age", "weight_kg", "medicines", "conditions", "fev1_percent", "alternative")
ONSET_MINUTES = {"onset_minutes": 1, "onset_hours": 60, "onset_days": 1440}
#: The greatest that can be measured; beyond it a slip is certain.
MOST = {
    "sbp_mmhg": Fraction(400),
    "baseline_sbp_mmhg": Fraction(400),
    "spo2_percent": HUNDRED,
    "heart_rate": Fraction(400),
    "baseline_heart_rate": Fraction(400),
    "temperature_c": Fraction(46),
    "body_surface_percent": HUNDRED,
}
FLAGS = ("interrupted", "hospitalized", "intensive_care", "died")
REACTION = ("drug", "exposure_number", *ONSET_MINUTES, "signs", *MOST, "treatment", *FLAGS)


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


def read_reaction(data: object, *, age_years: int | None) -> Observed:
    """The section `reaction`."""
    fields = section(data, where="reaction", optional=REACTION)
    if "drug" in fields:
        fields.text("drug")
    entries(fields, "signs", empty=False)
    vitals = {key: bounded(fields, key, most=most, zero=True) for key, most in MOST.items() if key in fields}
    return Observed(
        signs=fields.words("signs", tuple(SIGNS)),
        age_years=age_years,
        exposure_number=whole(fields, "exposure_number", most=10_000),
        onset_minutes=_onset(fields),
        treatment=fields.words("treatment", tuple(TREATMENTS)) if "treatment" in fields else None,
        interrupted=flag(fields, "interrupted"),
        hospitalized=flag(fields, "hospitalized"),
        intensive_care=flag(fields, "intensive_care"),
        died=flag(fields, "died"),
        **vitals,
    )


def _onset(fields: Fields) -> Fraction | None:
    given = [key for key in ONSET_MINUTES if key in fields]
    if len(given) > 1:
        raise fields.error(given[1], f"one onset, but there is also {given[0]}")
    found = [(zero_or_more(fields, key), ONSET_MINUTES[key]) for key in given]
    return next((value * minutes for value, minutes in found if value is not None), None)


def _codes(fields: Fields, key: str, names: Mapping[str, str]) -> tuple[frozenset[str] | None, tuple[str, ...]]:
    """The codes of a list of words, and the words that have none; None where the list is absent."""
    if key not in fields:
        return None, ()
    listed = {f"{key} entry {number}": entry for number, entry in enumerate(entries(fields, key), start=1)}
    words = Fields(listed, where=fields.where, required=tuple(listed))
    texts = [words.text(name) for name in listed]
    known = frozenset(names[normalized(text)] for text in texts if normalized(text) in names)
    return known, tuple(text for text in texts if normalized(text) not in names)
