"""Brown 2004, J Allergy Clin Immunol 114:371-6 (Table 2 of PMC9156473; 1149 reactions). Grade = highest feature.

1 mild, skin and subcutaneous only: generalized erythema, urticaria, periorbital edema, angioedema.
2 moderate, respiratory, cardiovascular or GI: dyspnea, stridor, wheeze, nausea, vomiting, dizziness (presyncope),
diaphoresis, chest or throat tightness, abdominal pain.
3 severe: cyanosis or SpO2 <= 92 % at any stage, SBP < 90 mmHg in adults, confusion, collapse, LOC, incontinence.
"""

from reactions.rules.graded import Graded
from reactions.rules.measured import measured
from reactions.rules.observed import Observed
from reactions.rules.reasons import Reason
from reactions.rules.ungraded import ungraded

SOURCE = "Brown 2004"

SEVERE = frozenset(
    {"cyanosis", "hypoxia", "hypotension", "shock", "respiratory-arrest", "cardiac-arrest", "syncope", "collapse"}
    | {"loss-of-consciousness", "altered-consciousness", "confusion", "incontinence", "seizure"}
)
MODERATE = frozenset(
    {"dyspnea", "stridor", "wheeze", "bronchospasm", "laryngeal-edema", "throat-tightness", "chest-tightness"}
    | {"hoarseness", "cough", "nausea", "vomiting", "abdominal-pain", "diarrhea", "dizziness", "presyncope"}
    | {"diaphoresis"}
)
#: In the table, or (lip, tongue and facial edema) kinds of what is in it.
MILD_AS_PRINTED = frozenset(
    {"generalized-erythema", "urticaria", "periorbital-edema", "angioedema", "lip-edema", "tongue-edema"}
    | {"facial-edema"}
)
#: Not in the table: an implementation choice (clinical.md 1.1), and shown as such.
MILD_BY_CHOICE = frozenset(
    {"flushing", "pruritus", "facial-pruritus", "palmoplantar-pruritus", "localized-erythema"}
    | {"palmoplantar-erythema", "throat-itch"}
)
MILD = MILD_AS_PRINTED | MILD_BY_CHOICE


def brown(observed: Observed, *, at_most_90: bool = False) -> Graded:
    """The grade 1 to 3 with all reasons of that grade, vitals first, then signs in the order of the form.

    `at_most_90` is the unit's choice for adults: SBP 90 mmHg is severe already. No grade from signs outside the scale
    alone (fever, rigors, pain ...); where nothing at all is recorded, `cannot` says so.
    """
    seen = measured(observed, at_most_90=at_most_90)
    steps = ((3, seen.severe + seen.among(SEVERE)), (2, seen.among(MODERATE)), (1, seen.among(MILD)))
    for grade, because in steps:
        if because:
            chosen = grade == 1 and not seen.among(MILD_AS_PRINTED)
            notes = (*seen.notes, Reason(code="mild-by-choice")) if chosen else seen.notes
            return Graded(grade=grade, because=because, notes=notes, source=SOURCE)
    return ungraded(observed, source=SOURCE, notes=seen.notes)
