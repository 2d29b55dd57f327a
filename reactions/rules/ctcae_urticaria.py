"""CTCAE v5.0, urticaria (from the literature): "1 < 10 %, topical. 2 10-30 %, oral. 3 > 30 %, IV."

Extent and intervention are alternatives: the higher decides. Only antihistamines and corticosteroids are taken as
given for the urticaria; they may have been given for another sign, and then a note says so.
"""

from reactions.rules.ctcae_answers import SOURCE, Reasons, cannot, given, graded, missing
from reactions.rules.ctcae_rash import by_surface, surface_reason
from reactions.rules.graded import Graded
from reactions.rules.observed import Observed
from reactions.rules.reasons import Reason
from reactions.rules.ungraded import ungraded

PARENTERAL = frozenset({"antihistamine-iv", "antihistamine-im", "corticosteroid-iv"})
ORAL = frozenset({"antihistamine-oral", "corticosteroid-oral"})


def urticaria(observed: Observed) -> Graded:
    """Grade 1 to 3 by extent or treatment, the higher. Without the extent only IV treatment decides."""
    if "urticaria" not in observed.signs:
        return ungraded(observed, source=SOURCE)
    surface = observed.body_surface_percent
    treated, treatment = _by_treatment(observed)
    if surface is None:
        if treated == 3:
            return graded(3, treatment, notes=(Reason(code="treated-for-what-not-told"),))
        return cannot(missing(body_surface=True, treatment=observed.treatment is None), because=treatment)
    extent = by_surface(surface)
    notes: Reasons = (Reason(code="treatment-not-recorded"),) if observed.treatment is None and extent < 3 else ()
    notes += (Reason(code="treated-for-what-not-told"),) if treated > extent else ()
    reasons: Reasons = (surface_reason(surface),) if extent >= treated else ()
    return graded(max(extent, treated), reasons + (treatment if treated >= extent else ()), notes=notes)


def _by_treatment(observed: Observed) -> tuple[int, Reasons]:
    """3 for parenteral, 2 for oral, 0 for neither, with the treatments that make it."""
    for grade, kind in ((3, PARENTERAL), (2, ORAL)):
        reasons = given(observed.treatment, kind)
        if reasons:
            return grade, reasons
    return 0, ()
