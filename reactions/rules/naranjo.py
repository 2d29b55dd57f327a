"""The adverse drug reaction probability scale.

Source: Naranjo 1981, Clin Pharmacol Ther 30:239-45 (as printed in PMC5774610 Table 2). Range -4 to +13; 9 and more
definite, 5 to 8 probable, 1 to 4 possible, 0 and less doubtful. "Do not know" is 0, and so is an unanswered item: an
all-"no" form would score +1. The scale is not specific to allergy.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from reactions.rules.reasons import Reason, because

SOURCE = "Naranjo 1981"
#: Points of yes and of no, in the order of the form.
ITEMS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "previous_conclusive_reports": (1, 0),
        "after_drug": (2, -1),
        "improved_on_withdrawal": (1, 0),
        "reappeared_on_rechallenge": (2, -1),
        "alternative_causes": (-1, 2),
        "reappeared_on_placebo": (-1, 1),
        "toxic_concentration": (1, 0),
        "dose_dependent": (1, 0),
        "similar_reaction_before": (1, 0),
        "objective_evidence": (1, 0),
    }
)
#: The least score of each category, the highest first; below them all: doubtful.
CATEGORIES = (("definite", 9), ("probable", 5), ("possible", 1))


@dataclass(frozen=True, kw_only=True)
class NaranjoScore:
    """The sum of `points`, each item of the scale once; no category where no item was answered."""

    score: int
    category: str | None
    points: tuple[tuple[str, int], ...]
    cannot: tuple[Reason, ...] = ()
    source: str = SOURCE


def naranjo(answers: Mapping[str, bool | None]) -> NaranjoScore:
    """The score of answers by item of ITEMS: yes, no, or None for "do not know"; KeyError for another item."""
    for item in answers:
        ITEMS[item]
    points = tuple((item, _points(item, answers.get(item))) for item in ITEMS)
    score = sum(value for _, value in points)
    if all(answers.get(item) is None for item in ITEMS):
        return NaranjoScore(score=score, category=None, points=points, cannot=(because("naranjo-unanswered"),))
    category = next((name for name, least in CATEGORIES if score >= least), "doubtful")
    return NaranjoScore(score=score, category=category, points=points)


def _points(item: str, answer: bool | None) -> int:
    yes, no = ITEMS[item]
    return 0 if answer is None else yes if answer else no
