"""Brown adapted for taxanes (Picard 2016; PMC9156473 Table 2, its reference 32), and where it differs from Brown 2004.

"1: skin only (e.g. flushing) or one mild organ/system (e.g. mild back pain). 2: >= 2 organs/systems, no significant
fall in BP or saturation. 3: typically >= 2 organs plus SBP <= 90 and/or syncope, and/or SpO2 <= 92 %."
"Typically": two organs are not asked for where grade 3 has its own sign. The codes do not tell mild from not mild.
"""

from reactions.rules.brown import brown
from reactions.rules.graded import Graded
from reactions.rules.hypotension import ADULT_FROM_YEARS, ADULT_MMHG
from reactions.rules.measured import Measured, measured
from reactions.rules.observed import Observed
from reactions.rules.reasons import Reason, because, signs_of
from reactions.rules.signs import SIGNS_BY_SYSTEM
from reactions.rules.ungraded import ungraded

SOURCE = "Brown 2004 adapted for taxanes (Picard 2016)"

#: Syncope, and the fall in pressure or saturation as signs; the others go beyond syncope (an implementation choice).
SEVERE = frozenset(
    {"syncope", "hypotension", "hypoxia", "collapse", "loss-of-consciousness", "shock", "cyanosis"}
    | {"respiratory-arrest", "cardiac-arrest"}
)
#: Alone in their system, these are not "one mild organ".
NEVER_MILD = ("bronchospasm", "laryngeal-edema", "stridor", "seizure", "altered-consciousness", "confusion")
#: Airway and breathing are one organ system; what appears after days is of no scale for infusion reactions.
SYSTEMS = (
    *(("skin",), ("airway", "breathing"), ("circulation",), ("gut",)),
    *(("neurological",), ("constitutional",), ("pain",)),
)


def brown_taxanes(observed: Observed) -> Graded:
    """The grade 1 to 3 with all signs that made it; `cannot` where one system's sign is not mild."""
    seen = measured(observed, at_most_90=True)
    severe = seen.severe + seen.among(SEVERE)
    systems = [signs for signs in (_of_system(seen, system) for system in SYSTEMS) if signs]
    if severe:
        return Graded(grade=3, because=severe, notes=seen.notes, source=SOURCE)
    if len(systems) > 1:
        reasons = tuple(sign for signs in systems for sign in signs)
        return Graded(grade=2, because=reasons, notes=seen.notes, source=SOURCE)
    if systems:
        return _one_system(seen, systems[0])
    return ungraded(observed, source=SOURCE, notes=seen.notes)


def scales_differ(observed: Observed, *, at_most_90: bool = False) -> tuple[Reason, ...]:
    """Where the two scales disagree about this reaction: at exactly 90 mmHg, and wherever their grades differ.

    `at_most_90` is the unit's choice for Brown 2004, which takes the disagreement at 90 away.
    """
    adult = observed.age_years is None or observed.age_years >= ADULT_FROM_YEARS
    at_limit = observed.sbp_mmhg == ADULT_MMHG and adult and not at_most_90
    reasons = [Reason(code="scales-at-90")] if at_limit else []
    original, adapted = brown(observed, at_most_90=at_most_90).grade, brown_taxanes(observed).grade
    if original != adapted:
        code = "scales-grade-otherwise" if original and adapted else "scales-one-grade"
        reasons.append(because(code, brown=str(original or "-"), taxanes=str(adapted or "-")))
    return tuple(reasons)


def _of_system(seen: Measured, system: tuple[str, ...]) -> tuple[Reason, ...]:
    return seen.among([sign for part in system for sign in SIGNS_BY_SYSTEM[part]])


def _one_system(seen: Measured, signs: tuple[Reason, ...]) -> Graded:
    grave = [sign for sign in NEVER_MILD if sign in seen.signs]
    if grave:
        cannot = (Reason(code="mildness-missing"), *signs_of(grave))
        return Graded(grade=None, cannot=cannot, notes=seen.notes, source=SOURCE)
    skin = signs[0].code in SIGNS_BY_SYSTEM["skin"]
    notes = seen.notes if skin else (*seen.notes, Reason(code="mild-one-system"))
    return Graded(grade=1, because=signs, notes=notes, source=SOURCE)
