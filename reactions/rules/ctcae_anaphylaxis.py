"""CTCAE v5.0, anaphylaxis (from the literature).

"No grade 1-2. 3 symptomatic bronchospasm with or without urticaria; parenteral intervention; allergy-related
edema/angioedema; hypotension. 4 life-threatening." Anaphylaxis by NIAID/FAAN or WAO indicates parenteral treatment,
so it is grade 3 whatever was given.
"""

from reactions.rules.anaphylaxis import niaid_faan, wao
from reactions.rules.ctcae_answers import SOURCE, Reasons, cannot, graded
from reactions.rules.ctcae_danger import danger, highest
from reactions.rules.graded import Graded
from reactions.rules.measured import measured
from reactions.rules.observed import Observed
from reactions.rules.reasons import because
from reactions.rules.ungraded import ungraded

FEATURES = frozenset(
    {"bronchospasm", "wheeze", "angioedema", "laryngeal-edema", "lip-edema", "tongue-edema", "facial-edema"}
    | {"periorbital-edema", "hypotension"}
)


def anaphylaxis(observed: Observed) -> Graded:
    """Grade 3 to 5; no grade where it was no anaphylaxis, `cannot` where criteria are open and no feature stands."""
    found = danger(observed)
    criteria = (niaid_faan(observed), wao(observed))
    seen = measured(observed)
    reasons: Reasons = tuple(vital for vital in seen.severe if vital.code == "sbp") + seen.among(FEATURES)
    reasons += tuple(
        because("anaphylaxis-met", source=each.source, criterion=str(each.criterion)) for each in criteria if each.met
    )
    if not reasons:
        unknown = tuple(dict.fromkeys(missing for each in criteria for missing in each.cannot))
        return cannot(unknown) if unknown else ungraded(observed, source=SOURCE, notes=found.notes)
    graded_highest = highest(observed, found)
    if graded_highest:
        return graded_highest
    if found.missing:
        return cannot(found.missing, because=reasons, notes=found.notes)
    return graded(3, reasons, notes=found.notes)
