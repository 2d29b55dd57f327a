"""The sentences of the scales of severity: vitals, what is missing, what was not counted; and of all their kin."""

from collections.abc import Mapping
from types import MappingProxyType

from desens.numbers.marking import gettext_noop
from reactions.rules.contradiction_messages import CONTRADICTION_MESSAGES
from reactions.rules.ctcae_messages import CTCAE_MESSAGES

VITALS = {
    "sbp": gettext_noop("SBP %(sbp)s mmHg"),
    "sbp-fall-percent": gettext_noop("SBP %(sbp)s mmHg, a fall of %(fall)s %% from %(baseline)s mmHg"),
    "sbp-fall": gettext_noop("SBP fallen by %(change)s mmHg"),
    "heart-rate-rise": gettext_noop("heart rate risen by %(change)s /min"),
    "spo2": gettext_noop("SpO2 %(spo2)s %%"),
    "temperature": gettext_noop("temperature %(temperature)s °C"),
    "body-surface": gettext_noop("%(surface)s %% of the body surface"),
    "onset-minutes": gettext_noop("onset after %(minutes)s min"),
}

MISSING = {
    "signs-missing": gettext_noop("no sign is recorded"),
    "onset-missing": gettext_noop("the time of onset is missing"),
    "onset-to-judge": gettext_noop(
        "onset %(minutes)s min after the start: whether it was within %(hours)s h of the last of the drug is missing"
    ),
    "baseline-sbp-missing": gettext_noop("the baseline SBP is missing"),
    "known-allergen-missing": gettext_noop(
        "whether the drug is a known allergen of this patient is missing; the culprit counts as a likely one"
    ),
    "mildness-missing": gettext_noop("one system only, and not mild: this scale has no grade for it"),
    "treatment-missing": gettext_noop("the treatment is missing"),
    "hospitalized-missing": gettext_noop("whether the patient was admitted is missing"),
    "interrupted-missing": gettext_noop("whether the drug was interrupted is missing"),
    "body-surface-missing": gettext_noop("the extent in % of the body surface is missing"),
    "temperature-missing": gettext_noop("the temperature is missing"),
    "oxygen-concentration-missing": gettext_noop("whether oxygen was below 40 % or more is missing"),
}

NOTES = {
    "hypotension-not-counted": gettext_noop(
        "hypotension is not counted: SBP %(sbp)s mmHg was measured, low is below %(limit)s mmHg"
    ),
    "hypotension-not-counted-at-most": gettext_noop(
        "hypotension is not counted: SBP %(sbp)s mmHg was measured, low is %(limit)s mmHg or below"
    ),
    "hypotension-by-change": gettext_noop(
        "hypotension is not counted: SBP went from %(before)s to %(after)s mmHg, a fall of 20 or more counts"
    ),
    "tachycardia-by-change": gettext_noop(
        "tachycardia is not counted: the heart rate went from %(before)s to %(after)s /min, a rise of 20 or more counts"
    ),
    "hypoxia-not-counted": gettext_noop("hypoxia is not counted: SpO2 %(spo2)s %% was measured, low is 92 %% or below"),
    "fever-not-counted": gettext_noop("fever is not counted: %(temperature)s °C was measured, fever is 38 °C or above"),
    "limit-by-age": gettext_noop(
        "low at %(age)s years is SBP below %(limit)s mmHg (NIAID/FAAN); the scale gives adults only"
    ),
    "age-assumed": gettext_noop("the age is missing: SBP %(sbp)s mmHg was judged as that of an adult"),
    "sbp-at-limit-below": gettext_noop("SBP is exactly 90 mmHg: not severe here (below 90 is)"),
    "sbp-at-limit-at-most": gettext_noop("SBP is exactly 90 mmHg: severe here (90 or below is)"),
    "spo2-at-limit": gettext_noop("SpO2 is exactly 92 %: severe by Brown 2004 and by its taxane version alike"),
    "fall-not-judged": gettext_noop("the fall of SBP was not judged: the baseline SBP is missing"),
    "sbp-not-recorded": gettext_noop("no SBP is recorded"),
    "rise-not-judged": gettext_noop("the rise of the heart rate was not judged: the baseline is missing"),
    "scales-at-90": gettext_noop(
        "SBP is exactly 90 mmHg: Brown 2004 calls severe what is below 90, the taxane version what is 90 or below"
    ),
    "scales-grade-otherwise": gettext_noop("Brown 2004 gives %(brown)s, the taxane version %(taxanes)s"),
    "not-of-this-scale": gettext_noop("what was recorded has no grade on this scale"),
    "mild-by-choice": gettext_noop("grade 1 is a choice of this program: the scale does not name these signs"),
    "scales-one-grade": gettext_noop(
        "only one of the scales has a grade: Brown 2004 %(brown)s, the taxane version %(taxanes)s"
    ),
    "mild-one-system": gettext_noop("one system only: grade 1 if it was mild, which the signs do not tell"),
    "vomiting-two-or-three": gettext_noop("vomiting stands at III here, as in the original; some copies have it at II"),
    "gut-not-told": gettext_noop("whether gut signs were persistent or severe, the signs do not tell"),
    "onset-not-acute": gettext_noop("onset after %(minutes)s min is not minutes to hours (more than %(hours)s h)"),
    "onset-not-acute-hours": gettext_noop("onset after %(onset)s h is not minutes to hours (more than %(hours)s h)"),
    "onset-not-acute-days": gettext_noop("onset after %(onset)s days is not minutes to hours (more than %(hours)s h)"),
}

GRADE_MESSAGES: Mapping[str, str] = MappingProxyType(
    {**VITALS, **MISSING, **NOTES, **CTCAE_MESSAGES, **CONTRADICTION_MESSAGES}
)
