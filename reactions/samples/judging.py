"""Tryptase of a person judged by the unit's rule: each reaction's highest acute sample against the baseline."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from typing import cast

from django.utils import timezone

from desens.unit.definitions.judging import TRYPTASE_AT_THRESHOLD, TRYPTASE_RULE, TRYPTASE_WINDOW_H
from desens.unit.selectors import UnitSettings
from reactions.models import Reaction, Sample
from reactions.rules.baseline_time import baseline_cautions, is_early
from reactions.rules.reasons import Reason
from reactions.rules.tryptase import Rule, TryptaseVerdict, judge_tryptase
from reactions.sample_choices import SampleKind, Timing
from reactions.samples.selectors import Cases


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """One reaction's tryptase; `reaction` None: baseline alone, judged for what it asks for by itself."""

    reaction: Reaction | None
    acute: Sample | None
    baseline: Sample | None
    minutes: Fraction | None
    verdict: TryptaseVerdict
    cautions: tuple[Reason, ...]


def judgements(rows: Iterable[Sample], cases: Cases, *, unit: UnitSettings) -> tuple[Judgement, ...]:
    """Of samples and the cases that stand: one for each reaction with an acute tryptase, the last first."""
    standing = [row for row in rows if row.kind == SampleKind.TRYPTASE and not hasattr(row, "error")]
    baselines = [row for row in standing if row.timing == Timing.BASELINE]
    return tuple(_of_reactions(standing, baselines, cases, unit)) or tuple(_of_baseline(baselines, unit))


def judged(reaction: Reaction, rows: Iterable[Sample], *, unit: UnitSettings) -> Judgement:
    """One reaction's tryptase, whether or not anything of it was measured."""
    standing = [row for row in rows if row.kind == SampleKind.TRYPTASE and not hasattr(row, "error")]
    acute = [row for row in standing if row.reaction is not None and row.reaction.case_key == reaction.case_key]
    return _judged(reaction, acute, [row for row in standing if row.timing == Timing.BASELINE], unit)


def minutes_after_onset(sample: Sample, reaction: Reaction) -> Fraction | None:
    """From the onset to the sample; below 0 before it; None unless both are known to the minute."""
    if sample.minute is None or reaction.onset_at is None:
        return None
    return Fraction((sample.minute - reaction.onset_at) // timedelta(seconds=1), 60)


def _of_reactions(
    standing: Sequence[Sample], baselines: Sequence[Sample], cases: Cases, unit: UnitSettings
) -> Iterator[Judgement]:
    for key, reaction in cases.items():
        acute = [row for row in standing if row.reaction is not None and row.reaction.case_key == key]
        if acute:
            yield _judged(reaction, acute, baselines, unit)


def _of_baseline(baselines: Sequence[Sample], unit: UnitSettings) -> Iterator[Judgement]:
    if baselines:
        verdict = _verdict(None, baselines[0], None, unit)
        yield Judgement(
            reaction=None,
            acute=None,
            baseline=baselines[0],
            minutes=None,
            verdict=verdict,
            cautions=verdict.cautions,
        )


def _judged(reaction: Reaction, acute: Sequence[Sample], baselines: Sequence[Sample], unit: UnitSettings) -> Judgement:
    highest = max(acute, key=lambda row: (row.value, row.beyond == ">"), default=None)
    baseline = max(baselines, key=lambda row: (not _is_early(row, reaction), row.taken_at, row.pk), default=None)
    minutes = None if highest is None else minutes_after_onset(highest, reaction)
    verdict = _verdict(highest, baseline, minutes, unit)
    early = () if baseline is None else baseline_cautions(_after_onset(baseline, reaction))
    return Judgement(
        reaction=reaction,
        acute=highest,
        baseline=baseline,
        minutes=minutes,
        verdict=verdict,
        cautions=(*verdict.cautions, *early),
    )


def _is_early(baseline: Sample, reaction: Reaction) -> bool:
    return is_early(_after_onset(baseline, reaction))


def _after_onset(baseline: Sample, reaction: Reaction) -> Fraction | None:
    """Minutes from the onset to the baseline; one of the reaction's own day, without a time, counts as at it."""
    onset = reaction.onset_at or reaction.started_at
    if baseline.minute is None and timezone.localdate(baseline.taken_at) == timezone.localdate(onset):
        return Fraction(0)
    return Fraction((baseline.taken_at - onset) // timedelta(seconds=1), 60)


def _verdict(
    acute: Sample | None, baseline: Sample | None, minutes: Fraction | None, unit: UnitSettings
) -> TryptaseVerdict:
    return judge_tryptase(
        baseline=None if baseline is None else baseline.level,
        acute=None if acute is None else acute.level,
        minutes_after_onset=minutes,
        rule=cast(Rule, unit[TRYPTASE_RULE]),
        at_threshold_risen=unit[TRYPTASE_AT_THRESHOLD] == "risen",
        window_hours=int(unit[TRYPTASE_WINDOW_H]),
    )
