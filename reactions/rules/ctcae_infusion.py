"""CTCAE v5.0, infusion-related reaction (PMC9156473 Table 2).

"1 mild transient, interruption not indicated, intervention not indicated. 2 therapy or interruption indicated but
responds promptly to symptomatic treatment (antihistamines, NSAIDs, opioids, IV fluids). 3 prolonged; recurrence after
initial improvement; hospitalization for sequelae. 4 life-threatening, urgent intervention. 5 death."
The codes do not tell prolonged or recurrent: a note says so wherever that would be a higher grade.
"""

from reactions.rules.ctcae_answers import Reasons, cannot, given, graded, missing
from reactions.rules.ctcae_danger import danger, highest
from reactions.rules.graded import Graded
from reactions.rules.observed import Observed
from reactions.rules.reasons import Reason
from reactions.rules.treatments import TREATMENTS
from reactions.rules.ungraded import ungraded


def infusion_related_reaction(observed: Observed) -> Graded:
    """Grade 1 to 5 from danger, admission, interruption and treatment."""
    found = danger(observed)
    graded_highest = highest(observed, found)
    if graded_highest:
        return graded_highest
    if not observed.signs and not found.severe:
        return ungraded(observed, source="CTCAE v5.0", notes=found.notes)
    unknown = found.missing + missing(hospitalized=observed.hospitalized is None)
    if unknown:
        return cannot(unknown, because=found.severe, notes=found.notes)
    if observed.hospitalized:
        return graded(3, (Reason(code="hospitalized"),), notes=found.notes)
    return _mild_or_moderate(observed, found.notes)


def _mild_or_moderate(observed: Observed, notes: tuple[Reason, ...]) -> Graded:
    notes = (*notes, Reason(code="prolonged-not-told"))
    done: Reasons = (Reason(code="interrupted"),) if observed.interrupted else ()
    done += given(observed.treatment, frozenset(TREATMENTS))
    if done:
        return graded(2, done, notes=notes)
    unknown = missing(interrupted=observed.interrupted is None, treatment=observed.treatment is None)
    if unknown:
        return cannot(unknown, notes=notes)
    return graded(1, (Reason(code="not-interrupted"), Reason(code="not-treated")), notes=notes)
