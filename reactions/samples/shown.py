"""What the samples' page shows: frozen values made from rows and judgements."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from reactions.models import Reaction, Sample
from reactions.rules.sample_values import is_above
from reactions.sample_choices import Timing
from reactions.samples.judging import Judgement, minutes_after_onset
from reactions.samples.selectors import Cases
from reactions.samples.shown_rules import ShownRule, said, shown_rules
from reactions.wording import words


@dataclass(frozen=True, kw_only=True)
class ShownJudgement:
    """One reaction's tryptase in words; `reaction` None: only a baseline is there."""

    reaction: Reaction | None
    acute: Sample | None
    baseline: Sample | None
    minutes: Quantity | None
    verdict: str
    cannot: tuple[str, ...]
    rules: tuple[ShownRule, ...]
    cautions: tuple[str, ...]
    source: str


@dataclass(frozen=True, kw_only=True)
class ShownSample:
    """One row of the list: `of` is the reaction as it stands now, `minutes` counts from its onset."""

    row: Sample
    of: Reaction | None
    minutes: Quantity | None
    against_limit: str


def shown_judgement(judgement: Judgement) -> ShownJudgement:
    """A judgement as the page says it."""
    verdict = judgement.verdict
    alone = judgement.reaction is None
    return ShownJudgement(
        reaction=judgement.reaction,
        acute=judgement.acute,
        baseline=judgement.baseline,
        minutes=_minutes(judgement.minutes),
        verdict="" if alone else said(verdict.significant),
        cannot=() if alone else words(verdict.cannot),
        rules=() if alone or judgement.baseline is None else shown_rules(judgement.verdict),
        cautions=words(judgement.cautions),
        source=verdict.source,
    )


def shown_samples(rows: Sequence[Sample], cases: Cases) -> tuple[ShownSample, ...]:
    """The list, in its order."""
    return tuple(_shown(row, cases) for row in rows)


def _shown(row: Sample, cases: Cases) -> ShownSample:
    of = None if row.reaction is None else cases.get(row.reaction.case_key)
    minutes = minutes_after_onset(row, of) if of is not None and row.timing == Timing.ACUTE else None
    return ShownSample(row=row, of=of, minutes=_minutes(minutes), against_limit=_against_limit(row))


def _against_limit(row: Sample) -> str:
    if row.level is None or row.limit is None:
        return ""
    above = is_above(row.level, Fraction(row.limit))
    if above is None:
        return _("above or not: cannot be told")
    return _("above the limit") if above else _("not above the limit")


def _minutes(minutes: Fraction | None) -> Quantity | None:
    return None if minutes is None else Quantity.of(minutes, "min")
