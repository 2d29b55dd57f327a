"""The decision tree with the path taken, ready to be drawn: each question, its branches, the taken one marked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from reactions.rules.decision import Edge
from reactions.rules.decision_tree import TREE, TREE_MESSAGES
from reactions.wording import words


@dataclass(frozen=True, kw_only=True)
class Branch:
    """One answer to a question: where it leads, whether it was taken, and why."""

    answer: str
    leads_to: str
    ends: bool
    taken: bool
    because: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Fork:
    """A question with its branches; not `asked` where the path ended before it."""

    question: str
    asked: bool
    branches: tuple[Branch, ...]


def drawn(path: Sequence[Edge]) -> tuple[Fork, ...]:
    """The questions in the order of the tree."""
    taken = {edge.question: edge for edge in path}
    return tuple(
        Fork(
            question=_(TREE_MESSAGES[f"tree-{question}"]),
            asked=question in taken,
            branches=tuple(_branches(question, answers.items(), taken.get(question))),
        )
        for question, answers in TREE.items()
    )


def _branches(question: str, answers: Iterable[tuple[str, str]], edge: Edge | None) -> Iterable[Branch]:
    for answer, to in answers:
        taken = edge is not None and edge.answer == answer
        yield Branch(
            answer=_(TREE_MESSAGES[f"tree-{question}-{answer}"]),
            leads_to=_(TREE_MESSAGES[f"tree-{to}"]),
            ends=to not in TREE,
            taken=taken,
            because=words(edge.because) if taken and edge else (),
        )
