"""The answer as contracts.md 4 has it: plain mappings for json."""

from collections.abc import Iterable, Mapping
from typing import Any

from reactions.assess.case import Answer
from reactions.rules.anaphylaxis_criteria import Criteria
from reactions.rules.contraindications import Contraindication
from reactions.rules.decision import Edge, Proposal
from reactions.rules.graded import Graded
from reactions.rules.messages import in_words
from reactions.rules.reasons import Reason, because
from reactions.rules.skin_test_readings import ReadingVerdict
from reactions.rules.skin_tests import SOURCE as SKIN_TEST_SOURCE
from reactions.rules.skin_tests import SkinTestVerdict
from reactions.rules.tryptase import TryptaseVerdict


def to_contract(answer: Answer) -> dict[str, Any]:
    """Every key of the contract; `cannot`, `notes` and the like only where they say something."""
    verdicts = answer.verdicts
    kind, score, il6 = verdicts.phenotype, verdicts.naranjo, verdicts.il6
    written = {
        "brown": _graded(verdicts.brown),
        "anaphylaxis": {"niaid_faan": _criteria(verdicts.niaid_faan), "wao": _criteria(verdicts.wao)},
        "ctcae": {term: _graded(graded) for term, graded in verdicts.ctcae.items()},
        "tryptase": _tryptase(verdicts.tryptase),
        "il6": {"raised": il6.raised, "because": _words(il6.because), **_said(cannot=il6.cannot), "source": il6.source},
        "skin_tests": _skin_tests(verdicts.skin_tests),
        "phenotype": {
            "proposed": kind.proposed,
            "for": _words(kind.for_it),
            "against": _words(kind.against),
            **_said(cannot=kind.cannot),
            "source": kind.source,
        },
        "naranjo": {
            "score": score.score,
            "category": score.category,
            "points": dict(score.points),
            **_said(cannot=score.cannot),
            "source": score.source,
        },
        "contraindications": _contraindications(verdicts.contraindications),
        "proposal": _proposal(answer.proposal),
    }
    unknown = {"not_known_to_the_rules": list(verdicts.unknown)} if verdicts.unknown else {}
    return {**written, **_said(contradictions=verdicts.contradictions), **unknown}


def _words(reasons: Iterable[Reason]) -> list[str]:
    return [in_words(reason) for reason in reasons]


def _codes(reasons: Iterable[Reason]) -> list[str]:
    return [reason.code for reason in reasons]


def _said(**named: tuple[Reason, ...]) -> dict[str, list[str]]:
    """Those that say anything."""
    return {name: _words(reasons) for name, reasons in named.items() if reasons}


def _graded(graded: Graded) -> dict[str, Any]:
    said = _said(cannot=graded.cannot, notes=graded.notes)
    return {"grade": graded.grade, "because": _words(graded.because), **said, "source": graded.source}


def _criteria(found: Criteria) -> dict[str, Any]:
    said = _said(cannot=found.cannot, notes=found.notes)
    head = {"met": found.met, "criterion": found.criterion, "because": _words(found.because)}
    return {**head, **said, "source": found.source}


def _tryptase(verdict: TryptaseVerdict) -> dict[str, Any]:
    return {
        "significant": verdict.significant,
        "threshold": verdict.threshold and verdict.threshold.text,
        "ratio": verdict.ratio and verdict.ratio.text,
        "rule": verdict.rule,
        "by_twenty_percent": verdict.by_twenty_percent,
        "by_ratio": verdict.by_ratio,
        "because": _words(verdict.because),
        "cautions": _codes(verdict.cautions),
        **_said(cannot=verdict.cannot),
        "source": verdict.source,
    }


def _skin_tests(verdict: SkinTestVerdict | None) -> dict[str, Any]:
    if verdict is None:
        missing = _said(cannot=(because("no-reading"),))
        return {"valid": None, "result": None, "readings": [], "cautions": [], **missing, "source": SKIN_TEST_SOURCE}
    return {
        "valid": verdict.valid,
        "result": verdict.result,
        "delayed": None if verdict.delayed is None else "positive" if verdict.delayed else "negative",
        "readings": [_reading(reading) for reading in verdict.readings],
        "cautions": _codes(verdict.cautions),
        **_said(cannot=verdict.cannot, not_recorded=verdict.not_recorded),
        "source": verdict.source,
    }


def _reading(reading: ReadingVerdict) -> dict[str, Any]:
    later = {"delayed": reading.delayed} if reading.delayed else {}
    return {
        "result": reading.result,
        "because": "; ".join(_words(reading.because)),
        **later,
        **_said(cannot=reading.cannot),
    }


def _contraindications(found: tuple[Contraindication, ...] | None) -> list[dict[str, Any]] | None:
    if found is None:
        return None
    return [
        {
            "code": one.code,
            "name": in_words(because(one.code)),
            "because": _words(one.because),
            "slow_oral_override": one.slow_oral,
        }
        for one in found
    ]


def _proposal(proposal: Proposal) -> dict[str, Any]:
    return {
        "way": proposal.way,
        "pace": proposal.pace,
        "steps": proposal.steps,
        "where": proposal.where,
        "first_bag_dilution": proposal.first_bag_dilution,
        "because": _words(proposal.because),
        "cautions": _words(proposal.cautions),
        **_said(cannot=proposal.cannot),
        "path": [_edge(edge) for edge in proposal.path],
        "source": proposal.source,
    }


def _edge(edge: Edge) -> Mapping[str, Any]:
    return {"question": edge.question, "answer": edge.answer, "to": edge.to, "because": _words(edge.because)}
