"""Signs that contradict each other, or figures that they cannot go with: a message for whoever records them.

Not a rule from a source but a guard (issue 5, 9). The figures are wider apart than the limits of the scales, so that
what lies between is graded by its value and stops nobody: hypotension with SBP 95 is stored, and not counted.
"""

from fractions import Fraction

from desens.numbers.write import plain_text
from reactions.rules import hypotension
from reactions.rules.observed import Observed
from reactions.rules.reasons import Reason, because

PAIRS = (
    ("hypotension", "hypertension"),
    ("shock", "hypertension"),
    ("tachycardia", "bradycardia"),
)

#: From here on the saturation is that of a healthy person.
NORMAL_SPO2_PERCENT = 95
#: Below this nobody has a fever.
NO_FEVER_CELSIUS = Fraction("37.5")
#: A pressure this far above the limit of the age is not low.
FAR_MMHG = 10
#: An adult's pressure below this is not high.
HIGH_MMHG = 140
#: An adult's heart rate: slower than the first is not fast, faster than the second is not slow.
SLOW_PER_MIN, FAST_PER_MIN = 60, 100


def contradictions(observed: Observed) -> tuple[Reason, ...]:
    """What cannot be true together, each as one sentence; nothing where everything goes together."""
    pairs = [Reason(code=f"{one}-and-{other}") for one, other in PAIRS if {one, other} <= observed.signs]
    return (*pairs, *_pressure(observed), *_saturation(observed), *_others(observed), *_care(observed))


def _pressure(observed: Observed) -> list[Reason]:
    sbp = observed.sbp_mmhg
    if sbp is None:
        return []
    found: list[Reason] = []
    enough = sbp >= hypotension.limit_mmhg(observed.age_years) + FAR_MMHG
    if "hypotension" in observed.signs and enough and not hypotension.has_fallen(observed):
        found.append(because("hypotension-with-sbp", sbp=plain_text(sbp)))
    adult = observed.age_years is None or observed.age_years >= hypotension.ADULT_FROM_YEARS
    if "hypertension" in observed.signs and (sbp < HIGH_MMHG if adult else hypotension.is_low(observed)):
        found.append(because("hypertension-with-sbp", sbp=plain_text(sbp)))
    return found


def _saturation(observed: Observed) -> list[Reason]:
    spo2 = observed.spo2_percent
    if spo2 is None or spo2 < NORMAL_SPO2_PERCENT:
        return []
    ticked = [sign for sign in ("hypoxia", "cyanosis") if sign in observed.signs]
    return [because(f"{sign}-with-spo2", spo2=plain_text(spo2)) for sign in ticked]


def _others(observed: Observed) -> list[Reason]:
    found: list[Reason] = []
    celsius, rate = observed.temperature_c, observed.heart_rate
    if "fever" in observed.signs and celsius is not None and celsius < NO_FEVER_CELSIUS:
        found.append(because("fever-with-temperature", temperature=plain_text(celsius)))
    if "tachycardia" in observed.signs and rate is not None and rate < SLOW_PER_MIN:
        found.append(because("tachycardia-with-rate", rate=plain_text(rate)))
    if "bradycardia" in observed.signs and rate is not None and rate > FAST_PER_MIN:
        found.append(because("bradycardia-with-rate", rate=plain_text(rate)))
    return found


def _care(observed: Observed) -> list[Reason]:
    alone = observed.intensive_care is True and observed.hospitalized is False
    return [Reason(code="intensive-care-not-admitted")] if alone else []
