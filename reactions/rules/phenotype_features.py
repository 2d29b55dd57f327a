"""Which signs point to which kind of reaction.

Sources: Castells 2017 and Isabwe 2018 (PMID 29518427) for the lists; the table that assigns them is an implementation
choice (clinical.md 3.2 and 0): "pain, shivering, fever point to cytokine release; urticaria, pruritus, bronchospasm,
positive skin test, tryptase to type 1; both to mixed". Nausea, vomiting, diarrhea, dyspnea, hypotension, hypertension
and desaturation stand in both lists, or in type I reactions of the published series: they tell nothing.
"""

from fractions import Fraction

TYPE_1 = frozenset(
    {"flushing", "pruritus", "facial-pruritus", "palmoplantar-pruritus", "urticaria", "angioedema", "lip-edema"}
    | {"tongue-edema", "facial-edema", "periorbital-edema", "laryngeal-edema", "throat-itch", "throat-tightness"}
    | {"stridor", "hoarseness", "wheeze", "bronchospasm", "rhinitis", "generalized-erythema", "localized-erythema"}
    | {"palmoplantar-erythema"}
)
#: Type I signs that an exanthem brings along as well.
WITH_RASH = frozenset(
    {"pruritus", "facial-pruritus", "palmoplantar-pruritus", "flushing", "facial-edema", "periorbital-edema"}
    | {"generalized-erythema", "localized-erythema", "palmoplantar-erythema"}
)
CYTOKINE = frozenset(
    {"fever", "chills", "rigors", "back-pain", "chest-pain", "pelvic-pain", "headache", "myalgia", "arthralgia"}
)
TYPE_4 = frozenset(
    {"maculopapular-rash", "erythema-multiforme", "blisters", "mucosal-erosions", "skin-detachment", "pustules"}
)
#: A measured temperature beats the sign; 38 as in CTCAE v5, cytokine release syndrome.
FEVER_FROM_C = Fraction(38)
#: Cytokine release: mostly within 1 h, no hard cut, so it only speaks for or against; delayed: after 1 h
#: (clinical.md 0).
WITHIN_1_H_MIN = Fraction(60)
#: What begins later than a day is neither mixed nor cytokine release (an implementation choice).
LATEST_MIN = Fraction(24 * 60)
