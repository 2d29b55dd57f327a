"""The answer as contracts.md 4 has it: plain mappings for json."""

from typing import Any

from reactions.assess import contract_parts as parts
from reactions.assess.verdicts import Answer


def to_contract(answer: Answer) -> dict[str, Any]:
    """Every key of the contract; `cannot`, `notes` and the like only where they say something."""
    verdicts = answer.verdicts
    kind, score, il6 = verdicts.phenotype, verdicts.naranjo, verdicts.il6
    written = {
        "brown": parts.as_graded(verdicts.brown),
        "anaphylaxis": {"niaid_faan": parts.as_criteria(verdicts.niaid_faan), "wao": parts.as_criteria(verdicts.wao)},
        "ctcae": {term: parts.as_graded(graded) for term, graded in verdicts.ctcae.items()},
        "tryptase": parts.as_tryptase(verdicts.tryptase),
        "il6": {
            "raised": il6.raised,
            "because": parts.as_words(il6.because),
            **parts.as_said(cannot=il6.cannot),
            "source": il6.source,
        },
        "skin_tests": parts.as_skin_tests(verdicts.skin_tests),
        "phenotype": {
            "proposed": kind.proposed,
            "for": parts.as_words(kind.for_it),
            "against": parts.as_words(kind.against),
            **parts.as_said(cannot=kind.cannot),
            "source": kind.source,
        },
        "naranjo": {
            "score": score.score,
            "category": score.category,
            "points": dict(score.points),
            **parts.as_said(cannot=score.cannot),
            "source": score.source,
        },
        "contraindications": parts.as_contraindications(verdicts.contraindications),
        "proposal": parts.as_proposal(answer.proposal),
    }
    unknown = {"not_known_to_the_rules": list(verdicts.unknown)} if verdicts.unknown else {}
    return {**written, **parts.as_said(contradictions=verdicts.contradictions), **unknown}
