"""The proposed way with the path taken through the tree (`decision_tree`). The allergist decides."""

from dataclasses import dataclass

from reactions.rules.decision_questions import QUESTIONS, Situation
from reactions.rules.decision_tree import FIRST, TREE, WAYS
from reactions.rules.decision_weaknesses import weaknesses
from reactions.rules.reasons import Reason, because
from reactions.rules.steps import StepProposal, propose_steps

SOURCE = "Alemtuzumab case, its reference 16; steps: default map of the unit"


@dataclass(frozen=True, kw_only=True)
class Edge:
    """One edge of the tree: from a question by its answer to the next question or an end, and why."""

    question: str
    answer: str
    to: str
    because: tuple[Reason, ...]


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """The way (a value of `decision_tree.WAYS`); None where `cannot` says what is missing.

    `pace`: rapid or slow-oral; `steps` of a rapid desensitization; `first_bag_dilution` 100 is 1:100; `where`:
    intensive care or day hospital. `cautions` are what else has to be decided or asked.
    """

    way: str | None
    pace: str | None
    steps: int | None
    where: str | None
    first_bag_dilution: int | None
    because: tuple[Reason, ...]
    cautions: tuple[Reason, ...]
    cannot: tuple[Reason, ...]
    path: tuple[Edge, ...]
    source: str = SOURCE


def decide(situation: Situation) -> Proposal:
    """Walks the tree, then proposes steps and place for what is given at all."""
    path = walk(situation)
    last = path[-1]
    way = WAYS[last.to]
    given = way not in (None, "avoid", "contraindicated")
    steps = _steps(situation) if last.to == "desensitization" else _NO_STEPS
    pace = "slow-oral" if last.to == "slow-oral" else "rapid" if last.to == "desensitization" else None
    reasons = [reason for edge in path for reason in edge.because] if way is not None else []
    risk = situation.risk
    return Proposal(
        way=way,
        pace=pace,
        steps=steps.steps,
        where=risk.where if given else None,
        first_bag_dilution=steps.first_bag_dilution,
        because=tuple(dict.fromkeys((*reasons, *steps.because, *(risk.high if given else ())))),
        cautions=(*risk.decide, *risk.not_recorded, *weaknesses(situation), *_slow(last.to)) if given else (),
        cannot=steps.cannot if way is not None else last.because,
        path=path,
    )


def walk(situation: Situation) -> tuple[Edge, ...]:
    """The edges from the first question to an end."""
    at, path = FIRST, []
    while at in TREE:
        answer, reasons = QUESTIONS[at](situation)
        path.append(Edge(question=at, answer=answer, to=TREE[at][answer], because=reasons))
        at = TREE[at][answer]
    return tuple(path)


_NO_STEPS = StepProposal(steps=None, first_bag_dilution=None)


def _steps(situation: Situation) -> StepProposal:
    return propose_steps(
        brown_grade=situation.brown_grade,
        skin_test=situation.skin_test,
        anaphylaxis=situation.anaphylaxis,
        breakthroughs=situation.breakthroughs,
    )


def _slow(end: str) -> tuple[Reason, ...]:
    return (because("slow-oral-route"),) if end == "slow-oral" else ()
