"""When a systolic pressure is low.

Adults: below 90 mmHg (Brown 2004, NIAID/FAAN, WAO) or 90 and below (Picard 2016), a setting of the unit. Children:
"low = < 70 (1 mo-1 y), < 70 + 2 x age (1-10 y), < 90 (11-17 y)" (NIAID/FAAN); WAO says the same. A fall counts when
it is more than 30 % of the patient's own baseline (NIAID/FAAN, WAO; Brown knows no fall).
An unknown age is judged as an adult's, the only limit that Brown gives and the highest of all, and a note says so.
"""

from fractions import Fraction

from desens.numbers.write import plain_text
from reactions.rules.observed import Observed
from reactions.rules.reasons import Reason, because

ADULT_MMHG = 90
ADULT_FROM_YEARS = 18
INFANT_MMHG = 70
FALL_PERCENT = 30


def limit_mmhg(age_years: int | None) -> int:
    """Below this, the pressure is low for the age."""
    return ADULT_MMHG if age_years is None else min(ADULT_MMHG, INFANT_MMHG + 2 * age_years)


def counts_at_90(observed: Observed, *, at_most_90: bool) -> bool:
    """Whether the unit's choice "90 or below" holds for this patient: it is one about adults."""
    return at_most_90 and (observed.age_years is None or observed.age_years >= ADULT_FROM_YEARS)


def is_low(observed: Observed, *, at_most_90: bool = False) -> bool | None:
    """Whether the measured pressure is low for the age; None where none was measured."""
    if observed.sbp_mmhg is None:
        return None
    limit = limit_mmhg(observed.age_years)
    return observed.sbp_mmhg < limit or (counts_at_90(observed, at_most_90=at_most_90) and observed.sbp_mmhg == limit)


def fall_percent(observed: Observed) -> Fraction | None:
    """By how much of the baseline the pressure fell; None where one of the two was not measured."""
    if observed.sbp_mmhg is None or not observed.baseline_sbp_mmhg:
        return None
    return 100 * (observed.baseline_sbp_mmhg - observed.sbp_mmhg) / observed.baseline_sbp_mmhg


def has_fallen(observed: Observed) -> bool | None:
    """Whether the pressure fell by more than 30 % of the baseline; None where that cannot be known."""
    fall = fall_percent(observed)
    return None if fall is None else fall > FALL_PERCENT


def not_counted(observed: Observed, sbp_mmhg: Fraction, *, at_most_90: bool) -> Reason:
    """Why hypotension that was ticked does not count."""
    code = (
        "hypotension-not-counted-at-most"
        if counts_at_90(observed, at_most_90=at_most_90)
        else ("hypotension-not-counted")
    )
    return because(code, sbp=plain_text(sbp_mmhg), limit=str(limit_mmhg(observed.age_years)))


def limit_notes(observed: Observed, sbp_mmhg: Fraction, *, at_most_90: bool) -> tuple[Reason, ...]:
    """What a reader must know of the limit used: a child's, an assumed adult's, or one that is met exactly."""
    limit = limit_mmhg(observed.age_years)
    notes: list[Reason] = []
    if observed.age_years is None and sbp_mmhg <= ADULT_MMHG:
        notes.append(because("age-assumed", sbp=plain_text(sbp_mmhg)))
    elif limit < ADULT_MMHG:
        notes.append(because("limit-by-age", age=str(observed.age_years), limit=str(limit)))
    if sbp_mmhg == limit == ADULT_MMHG:
        at_90 = counts_at_90(observed, at_most_90=at_most_90)
        notes.append(because("sbp-at-limit-at-most" if at_90 else "sbp-at-limit-below"))
    return tuple(notes)
