"""CTCAE v5.0, cytokine release syndrome (from the literature).

"1 fever +- constitutional symptoms. 2 hypotension responding to fluids; hypoxia responding to < 40 % O2. 3 one
pressor; >= 40 % O2. 4 life-threatening." Fever is 38 degrees or above, as CTCAE has it. Grade 4 is arrest,
resuscitation or ventilation (an implementation choice): one pressor is grade 3 here. No fever, no grade.
"""

from reactions.rules.ctcae_answers import SOURCE, Reasons, cannot, given, graded
from reactions.rules.ctcae_danger import danger
from reactions.rules.fever import fever, fever_notes
from reactions.rules.graded import Graded
from reactions.rules.measured import measured
from reactions.rules.observed import Observed
from reactions.rules.reasons import Reason
from reactions.rules.treatments import OXYGEN, PRESSORS
from reactions.rules.ungraded import ungraded

CONSTITUTIONAL = frozenset({"chills", "rigors", "malaise", "myalgia", "arthralgia", "headache", "nausea"})
FEVERISH = frozenset({"chills", "rigors"})
PRESSURE = frozenset({"hypotension", "shock"})
HYPOXIA = frozenset({"hypoxia", "cyanosis"})


def cytokine_release_syndrome(observed: Observed) -> Graded:
    """Grade 1 to 5 for a reaction with fever; rigors without a temperature cannot be graded."""
    found = danger(observed)
    notes = found.notes + fever_notes(observed)
    febrile = fever(observed)
    if not febrile:
        if observed.signs & FEVERISH and observed.temperature_c is None:
            return cannot((Reason(code="temperature-missing"),), notes=notes)
        return ungraded(observed, source=SOURCE, notes=notes)
    if observed.died:
        return graded(5, (Reason(code="died"),), notes=notes)
    if found.dire:
        return graded(4, found.dire, notes=notes)
    if not _pressure(observed) and not _saturation(observed):
        return graded(1, febrile + measured(observed).among(CONSTITUTIONAL), notes=notes)
    return _by_support(observed, notes)


def _pressure(observed: Observed) -> Reasons:
    seen = measured(observed)
    return tuple(vital for vital in seen.severe if vital.code == "sbp") + seen.among(PRESSURE)


def _saturation(observed: Observed) -> Reasons:
    seen = measured(observed)
    return tuple(vital for vital in seen.severe if vital.code == "spo2") + seen.among(HYPOXIA)


def _by_support(observed: Observed, notes: Reasons) -> Graded:
    """Hypotension or hypoxia, by what it took to treat them."""
    reasons = _saturation(observed) + _pressure(observed)
    pressors = given(observed.treatment, PRESSORS) if _pressure(observed) else ()
    oxygen = given(observed.treatment, OXYGEN) if _saturation(observed) else ()
    much = tuple(reason for reason in oxygen if reason.code == "oxygen-40-percent")
    if pressors or much:
        more = (Reason(code="pressors-not-counted"),) if pressors else ()
        return graded(3, reasons + much + pressors, notes=notes + more)
    if observed.treatment is None:
        return cannot((Reason(code="treatment-missing"),), because=reasons, notes=notes)
    if [reason.code for reason in oxygen] == ["oxygen"]:
        return cannot((Reason(code="oxygen-concentration-missing"),), because=reasons, notes=notes)
    return graded(2, reasons, notes=(*notes, Reason(code="response-not-told")))
