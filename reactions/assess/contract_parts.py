"""The parts of the answer as contracts.md 4 has them."""

from collections.abc import Iterable, Mapping
from typing import Any

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


def as_words(reasons: Iterable[Reason]) -> list[str]:
    """Reasons in words."""
    return [in_words(reason) for reason in reasons]


def _codes(reasons: Iterable[Reason]) -> list[str]:
    return [reason.code for reason in reasons]


def as_said(**named: tuple[Reason, ...]) -> dict[str, list[str]]:
    """Those that say anything."""
    return {name: as_words(reasons) for name, reasons in named.items() if reasons}


def as_graded(graded: Graded) -> dict[str, Any]:
    """A grade of a scale."""
    said = as_said(cannot=graded.cannot, notes=graded.notes)
    return {"grade": graded.grade, "because": as_words(graded.because), **said, "source": graded.source}


def as_criteria(found: Criteria) -> dict[str, Any]:
    """Criteria of anaphylaxis."""
    said = as_said(cannot=found.cannot, notes=found.notes)
    head = {"met": found.met, "criterion": found.criterion, "because": as_words(found.because)}
    return {**head, **said, "source": found.source}


def as_tryptase(verdict: TryptaseVerdict) -> dict[str, Any]:
    """The tryptase."""
    return {
        "significant": verdict.significant,
        "threshold": verdict.threshold and verdict.threshold.text,
        "ratio": verdict.ratio and verdict.ratio.text,
        "rule": verdict.rule,
        "by_twenty_percent": verdict.by_twenty_percent,
        "by_ratio": verdict.by_ratio,
        "because": as_words(verdict.because),
        "cautions": _codes(verdict.cautions),
        **as_said(cannot=verdict.cannot),
        "source": verdict.source,
    }


def as_skin_tests(verdict: SkinTestVerdict | None) -> dict[str, Any]:
    """The session and its readings."""
    if verdict is None:
        missing = as_said(cannot=(because("no-reading"),))
        return {"valid": None, "result": None, "readings": [], "cautions": [], **missing, "source": SKIN_TEST_SOURCE}
    return {
        "valid": verdict.valid,
        "result": verdict.result,
        "delayed": None if verdict.delayed is None else "positive" if verdict.delayed else "negative",
        "readings": [_reading(reading) for reading in verdict.readings],
        "cautions": _codes(verdict.cautions),
        **as_said(cannot=verdict.cannot, not_recorded=verdict.not_recorded),
        "source": verdict.source,
    }


def _reading(reading: ReadingVerdict) -> dict[str, Any]:
    later = {"delayed": reading.delayed} if reading.delayed else {}
    return {
        "result": reading.result,
        "because": "; ".join(as_words(reading.because)),
        **later,
        **as_said(cannot=reading.cannot),
    }


def as_contraindications(found: tuple[Contraindication, ...] | None) -> list[dict[str, Any]] | None:
    """Those suspected; None where no sign is recorded."""
    if found is None:
        return None
    return [
        {
            "code": one.code,
            "name": in_words(because(one.code)),
            "because": as_words(one.because),
            "slow_oral_override": one.slow_oral,
        }
        for one in found
    ]


def as_proposal(proposal: Proposal) -> dict[str, Any]:
    """The way with its path."""
    return {
        "way": proposal.way,
        "pace": proposal.pace,
        "steps": proposal.steps,
        "where": proposal.where,
        "first_bag_dilution": proposal.first_bag_dilution,
        "because": as_words(proposal.because),
        "cautions": as_words(proposal.cautions),
        **as_said(cannot=proposal.cannot),
        "path": [_edge(edge) for edge in proposal.path],
        "source": proposal.source,
    }


def _edge(edge: Edge) -> Mapping[str, Any]:
    return {"question": edge.question, "answer": edge.answer, "to": edge.to, "because": as_words(edge.because)}
