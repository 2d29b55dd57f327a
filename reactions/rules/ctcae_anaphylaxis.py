"""CTCAE v5.0, anaphylaxis (from the literature).

"No grade 1-2. 3 symptomatic bronchospasm with or without urticaria; parenteral intervention; allergy-related
edema/angioedema; hypotension. 4 life-threatening." Anaphylaxis by NIAID/FAAN or WAO indicates parenteral treatment,
so it is grade 3 whatever was given. CTCAE defines it as an "acute inflammatory reaction": edema or hypotension that
begins later than a day is none, as the facial edema of DRESS, and one whose onset nobody recorded cannot be graded.
"""

from reactions.rules.anaphylaxis import LATE_HOURS, niaid_faan, wao
from reactions.rules.ctcae_answers import SOURCE, Reasons, cannot, graded, missing
from reactions.rules.ctcae_danger import danger, highest
from reactions.rules.graded import Graded
from reactions.rules.measured import measured
from reactions.rules.observed import Observed
from reactions.rules.onset_words import onset_reason
from reactions.rules.reasons import because
from reactions.rules.ungraded import ungraded

FEATURES = frozenset(
    {"bronchospasm", "wheeze", "angioedema", "laryngeal-edema", "lip-edema", "tongue-edema", "facial-edema"}
    | {"periorbital-edema", "hypotension"}
)


def anaphylaxis(observed: Observed) -> Graded:
    """Grade 3 to 5; no grade where it was no anaphylaxis, `cannot` where criteria or the onset are open."""
    found = danger(observed)
    criteria = (niaid_faan(observed), wao(observed))
    seen = measured(observed)
    features: Reasons = tuple(vital for vital in seen.severe if vital.code == "sbp") + seen.among(FEATURES)
    met = tuple(
        because("anaphylaxis-met", source=each.source, criterion=str(each.criterion)) for each in criteria if each.met
    )
    if not features and not met:
        unknown = tuple(dict.fromkeys(open_one for each in criteria for open_one in each.cannot))
        return cannot(unknown) if unknown else ungraded(observed, source=SOURCE, notes=found.notes)
    onset = observed.onset_minutes
    if onset is not None and onset > 60 * LATE_HOURS:
        late = onset_reason("onset-not-acute", onset, hours=str(LATE_HOURS))
        return ungraded(observed, source=SOURCE, notes=(*found.notes, late))
    unknown = missing(onset=onset is None) + found.missing
    if onset is None:
        return cannot(unknown, because=features, notes=found.notes)
    graded_highest = highest(observed, found)
    if graded_highest:
        return graded_highest
    if unknown:
        return cannot(unknown, because=features + met, notes=found.notes)
    return graded(3, features + met, notes=found.notes)
