"""Naranjo's scale in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from reactions.assessing.judged import Judged
from reactions.assessment_choices import Answer
from reactions.rules.messages import MESSAGES
from reactions.rules.reasons import because
from reactions.wording import words


@dataclass(frozen=True, kw_only=True)
class Answered:
    """One item of Naranjo's scale: the question, the answer, the points."""

    question: str
    answer: str
    points: str


def naranjo_told(judged: Judged) -> str:
    """The score with its category; "" where nothing was answered."""
    found = judged.naranjo
    if found.category is None:
        return ""
    (category,) = words([because(f"naranjo-{found.category}")])
    return _("%(score)s points: %(category)s") % {"score": found.score, "category": category}


def items_told(judged: Judged) -> tuple[Answered, ...]:
    """Each item with its answer and points, in the order of the scale."""
    points, answers = dict(judged.naranjo.points), dict(judged.material.naranjo)
    return tuple(
        Answered(
            question=_(MESSAGES[f"naranjo-{item}"]),
            answer=str(Answer(answers.get(item, Answer.UNKNOWN)).label),
            points=f"{points[item]:+d}" if points[item] else "0",
        )
        for item in points
    )
