"""From the rows of a reaction to what the rules take. What was not recorded stays None: absent is not negative."""

from fractions import Fraction

from django.utils import timezone

from patients.rules.age import age_in_years
from reactions.choices import Administration, Care
from reactions.models import Reaction
from reactions.rules.observed import Observed

#: Whether the infusion was interrupted; one that had ended could not be.
INTERRUPTED = {
    Administration.CONTINUED.value: False,
    Administration.RESUMED.value: True,
    Administration.STOPPED.value: True,
}
#: (hospitalized, intensive care, died) of each outcome; who died may have been both or neither.
CARED = {
    Care.NOT_ADMITTED.value: (False, False, False),
    Care.ADMITTED.value: (True, False, False),
    Care.INTENSIVE_CARE.value: (True, True, False),
    Care.DIED.value: (None, None, True),
}


def observed_of(reaction: Reaction) -> Observed:
    """What was seen of the reaction. Reads its patient, signs and treatments: prefetch them for many."""
    day = timezone.localdate(reaction.started_at)
    codes = frozenset(given.code for given in reaction.treatments.all())
    hospitalized, intensive_care, died = CARED.get(reaction.care, (None, None, None))
    return Observed(
        signs=frozenset(sign.code for sign in reaction.signs.all()),
        age_years=age_in_years(born=reaction.patient.birth_date, on=day),
        exposure_number=reaction.exposure_number,
        onset_minutes=reaction.onset_minutes,
        sbp_mmhg=_exact(reaction.sbp_mmhg),
        baseline_sbp_mmhg=_exact(reaction.baseline_sbp_mmhg),
        spo2_percent=_exact(reaction.spo2_percent),
        heart_rate=_exact(reaction.heart_rate),
        baseline_heart_rate=_exact(reaction.baseline_heart_rate),
        temperature_c=None if reaction.temperature_c is None else Fraction(reaction.temperature_c),
        body_surface_percent=None if reaction.body_surface_percent is None else Fraction(reaction.body_surface_percent),
        treatment=codes if codes or reaction.untreated else None,
        interrupted=INTERRUPTED.get(reaction.administration),
        hospitalized=hospitalized,
        intensive_care=intensive_care,
        died=died,
    )


def _exact(value: int | None) -> Fraction | None:
    return None if value is None else Fraction(value)
