"""What speaks against type IV where there is an exanthem, and what excludes it.

Type IV is a matter of hours to days without anaphylaxis (clinical.md 3.2): a sign of Brown 2004 grade 2 or 3, a value
measured at grade 3, a positive immediate skin test or a risen tryptase excludes it. That the urticaria of grade 1 only
speaks against it, and that pruritus, flushing and the like come with an exanthem, is an implementation choice.
"""

from reactions.rules.brown import MODERATE, SEVERE
from reactions.rules.measured import measured
from reactions.rules.observed import Observed
from reactions.rules.phenotype_evidence import Evidence, type_1_reasons
from reactions.rules.phenotype_features import WITH_RASH
from reactions.rules.reasons import Reason

MARKERS = ("skin-test-positive", "tryptase-risen")


def anaphylaxis_like(observed: Observed) -> tuple[Reason, ...]:
    """Signs and values of Brown grade 2 or 3; 90 mmHg counts whatever the unit chose, so that nothing is missed."""
    seen = measured(observed, at_most_90=True)
    return seen.severe + seen.among(SEVERE | MODERATE)


def excluding(evidence: Evidence) -> tuple[Reason, ...]:
    """What no type IV reaction has."""
    markers = tuple(reason for reason in type_1_reasons(evidence) if reason.code in MARKERS)
    return anaphylaxis_like(evidence.observed) + markers


def opposing(evidence: Evidence) -> tuple[Reason, ...]:
    """What excludes type IV, then the signs of type I that an exanthem does not bring along; each once."""
    signs = tuple(reason for reason in type_1_reasons(evidence) if reason.code not in WITH_RASH)
    return tuple(dict.fromkeys(excluding(evidence) + signs))
