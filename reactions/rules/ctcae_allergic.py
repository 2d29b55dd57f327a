"""CTCAE v5.0, allergic reaction (from the literature).

"1 systemic intervention not indicated. 2 oral intervention indicated. 3 bronchospasm; hospitalization; IV
intervention. 4 life-threatening." What is indicated is read from what was given; an intramuscular injection counts
as IV, wheeze as bronchospasm, and only signs that Brown 2004 grades make a reaction allergic: implementation choices.
"""

from reactions.rules.brown import brown
from reactions.rules.ctcae_answers import SOURCE, cannot, given, graded, missing
from reactions.rules.ctcae_danger import danger, highest
from reactions.rules.graded import Graded
from reactions.rules.measured import measured
from reactions.rules.observed import Observed
from reactions.rules.reasons import Reason
from reactions.rules.treatments import ORAL, PARENTERAL
from reactions.rules.ungraded import ungraded

BRONCHOSPASM = frozenset({"bronchospasm", "wheeze"})


def allergic_reaction(observed: Observed) -> Graded:
    """Grade 1 to 5 from danger, bronchospasm, admission and the route of treatment."""
    found = danger(observed)
    if brown(observed).grade is None:
        return ungraded(observed, source=SOURCE, notes=found.notes)
    graded_highest = highest(observed, found)
    if graded_highest:
        return graded_highest
    third = measured(observed).among(BRONCHOSPASM)
    third += (Reason(code="hospitalized"),) if observed.hospitalized else ()
    third += given(observed.treatment, PARENTERAL)
    unknown = found.missing
    if not third:
        unknown = missing(hospitalized=observed.hospitalized is None, treatment=observed.treatment is None)
    if unknown:
        return cannot(unknown, because=third, notes=found.notes)
    if third:
        return graded(3, third, notes=found.notes)
    oral = given(observed.treatment, ORAL)
    if oral:
        return graded(2, oral, notes=found.notes)
    return graded(1, (Reason(code="not-treated-systemically"),), notes=found.notes)
