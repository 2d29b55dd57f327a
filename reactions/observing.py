"""From the rows of a reaction to what the rules take. What was not recorded stays None: absent is not negative."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
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
    return observed_from(
        reaction,
        born=reaction.patient.birth_date,
        signs=(sign.code for sign in reaction.signs.all()),
        treatments=(given.code for given in reaction.treatments.all()),
    )


def observed_from(row: Reaction, *, born: date, signs: Iterable[str], treatments: Iterable[str]) -> Observed:
    """The same of a row, stored or not, and the codes of its parts."""
    codes = frozenset(treatments)
    hospitalized, intensive_care, died = CARED.get(row.care, (None, None, None))
    return Observed(
        signs=frozenset(signs),
        age_years=age_in_years(born=born, on=timezone.localdate(row.started_at)),
        exposure_number=row.exposure_number,
        onset_minutes=row.onset_minutes,
        sbp_mmhg=_exact(row.sbp_mmhg),
        baseline_sbp_mmhg=_exact(row.baseline_sbp_mmhg),
        spo2_percent=_exact(row.spo2_percent),
        heart_rate=_exact(row.heart_rate),
        baseline_heart_rate=_exact(row.baseline_heart_rate),
        temperature_c=_exact(row.temperature_c),
        body_surface_percent=_exact(row.body_surface_percent),
        treatment=codes if codes or row.untreated else None,
        interrupted=INTERRUPTED.get(row.administration),
        hospitalized=hospitalized,
        intensive_care=intensive_care,
        died=died,
    )


def _exact(value: Decimal | int | None) -> Fraction | None:
    return None if value is None else Fraction(value)
