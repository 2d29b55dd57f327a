"""What a page shows of the samples' picture: its addresses and its text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.urls import reverse

from reactions.models import Sample
from reactions.rules.tryptase import RATIO as RATIO_FACTOR
from reactions.sample_choices import SampleKind, Timing
from reactions.samples.figure.content import (
    LIMIT,
    MOST_POINTS,
    RATIO,
    TWENTY_PERCENT,
    Content,
    Point,
    Threshold,
    token_of,
)
from reactions.samples.figure.said import described
from reactions.samples.judging import Judgement

UNIT = "ng/mL"


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A picture in two shapes, and what it says in words."""

    wide: str
    narrow: str
    alt: str


def picture_of(rows: Iterable[Sample], judgements: Sequence[Judgement]) -> Picture | None:
    """Tryptase of a person, with the thresholds of the last judgement; None where none was measured."""
    content = content_of(rows, judgements)
    token = token_of(content) if content else None
    if content is None or token is None:
        return None
    wide, narrow = (reverse("sample_svg", args=[token, size]) for size in ("wide", "narrow"))
    return Picture(wide=wide, narrow=narrow, alt=described(content))


def content_of(rows: Iterable[Sample], judgements: Sequence[Judgement]) -> Content | None:
    """The picture as values. `rows`: the last taken first; mistakes are left out."""
    drawn = [row for row in rows if row.kind == SampleKind.TRYPTASE and not hasattr(row, "error")][:MOST_POINTS]
    if not drawn:
        return None
    points = tuple(_point(row) for row in reversed(drawn))
    judged = judgements[0] if judgements else None
    return Content(unit=UNIT, points=points, thresholds=(*_rules(judged), *_limit(drawn)))


def _point(row: Sample) -> Point:
    value = Fraction(row.value) if row.value is not None else Fraction(0)
    return Point(text=row.taken_text, value=value, beyond=row.beyond, acute=row.timing == Timing.ACUTE)


def _rules(judged: Judgement | None) -> Iterator[Threshold]:
    if judged is None or judged.baseline is None or judged.baseline.level is None:
        return
    verdict, level = judged.verdict, judged.baseline.level
    if verdict.threshold is not None:
        yield Threshold(
            name=TWENTY_PERCENT,
            value=verdict.threshold.value,
            beyond=verdict.threshold.beyond,
            decides=verdict.rule == TWENTY_PERCENT,
        )
    yield Threshold(name=RATIO, value=level.value * RATIO_FACTOR, beyond=level.beyond, decides=verdict.rule == RATIO)


def _limit(drawn: Sequence[Sample]) -> Iterator[Threshold]:
    """The laboratory's limit as the last sample that names one has it."""
    named = next((row.limit for row in drawn if row.limit is not None), None)
    if named is not None:
        yield Threshold(name=LIMIT, value=Fraction(named))
