"""The reaction of the file."""

from fractions import Fraction

from desens.numbers.fields import Fields
from desens.numbers.suggesting import shown
from reactions.assess.sections import HUNDRED, bounded, entries, flag, section, whole, zero_or_more
from reactions.rules.observed import Observed
from reactions.rules.signs import SIGNS
from reactions.rules.treatments import TREATMENTS

ONSET_MINUTES = {"onset_minutes": 1, "onset_hours": 60, "onset_days": 1440}
#: The greatest that can be measured; beyond it a slip is certain.
MOST = {
    "sbp_mmhg": Fraction(400),
    "baseline_sbp_mmhg": Fraction(400),
    "spo2_percent": HUNDRED,
    "heart_rate": Fraction(400),
    "baseline_heart_rate": Fraction(400),
    "temperature_c": Fraction(45),
    "body_surface_percent": HUNDRED,
}
#: The least that can be: below it the unit is another, or a percentage was written as a fraction.
LEAST = {
    "sbp_mmhg": (20, "a pressure in mmHg of 20 or more"),
    "baseline_sbp_mmhg": (20, "a pressure in mmHg of 20 or more"),
    "spo2_percent": (1, "a percentage from 1 to 100, no fraction of one"),
    "temperature_c": (25, "degrees Celsius from 25 to 45"),
}
FLAGS = ("interrupted", "hospitalized", "intensive_care", "died")
REACTION = ("drug", "exposure_number", *ONSET_MINUTES, "signs", *MOST, "treatment", *FLAGS)


def read_reaction(data: object, *, age_years: int | None) -> Observed:
    """The section `reaction`."""
    fields = section(data, where="reaction", optional=REACTION)
    if "drug" in fields:
        fields.text("drug")
    entries(fields, "signs", empty=False)
    vitals = {key: _vital(fields, key) for key in MOST if key in fields}
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


def _vital(fields: Fields, key: str) -> Fraction:
    value = bounded(fields, key, most=MOST[key], zero=True)
    least, expected = LEAST.get(key, (0, ""))
    if value < least:
        raise fields.error(key, f"{expected}, not {shown(fields.value(key))}")
    return value


def _onset(fields: Fields) -> Fraction | None:
    given = [key for key in ONSET_MINUTES if key in fields]
    if len(given) > 1:
        raise fields.error(given[1], f"one onset, but there is also {given[0]}")
    found = [(zero_or_more(fields, key), ONSET_MINUTES[key]) for key in given]
    return next((value * minutes for value, minutes in found if value is not None), None)
