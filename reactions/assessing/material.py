"""From the rows about a culprit to what the rules take."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import cast

from desens.unit.definitions.judging import (
    FEV1_PERCENT,
    HYPOTENSION,
    IMMEDIATE_WITHIN_H,
    TRYPTASE_AT_THRESHOLD,
    TRYPTASE_RULE,
    TRYPTASE_WINDOW_H,
)
from desens.unit.selectors import UnitSettings
from reactions.assessing.judged import Blood, Limits
from reactions.choices import Occasion
from reactions.models import Reaction, Sample
from reactions.observing import observed_of
from reactions.recording.shown import ShownReaction
from reactions.rules.brown import brown
from reactions.rules.level import Level
from reactions.rules.steps import Breakthrough
from reactions.rules.tryptase import Rule
from reactions.sample_choices import SampleKind
from reactions.samples.judging import judged

GRADES = range(1, 4)


def limits_of(unit: UnitSettings) -> Limits:
    """What the unit chose where sources differ."""
    return Limits(
        immediate_within_h=int(unit[IMMEDIATE_WITHIN_H]),
        hypotension_at_most_90=unit[HYPOTENSION] == "at-most",
        tryptase_rule=cast(Rule, unit[TRYPTASE_RULE]),
        at_threshold_risen=unit[TRYPTASE_AT_THRESHOLD] == "risen",
        tryptase_window_h=int(unit[TRYPTASE_WINDOW_H]),
        fev1_percent=Fraction(int(unit[FEV1_PERCENT])),
    )


def blood_of(reaction: Reaction, rows: Sequence[Sample], *, unit: UnitSettings) -> Blood:
    """The tryptase that counts for the reaction (reactions.samples.judging), and its highest interleukin 6."""
    tryptase, il6 = judged(reaction, rows, unit=unit), _highest_il6(rows)
    return Blood(
        baseline=tryptase.baseline.level if tryptase.baseline else None,
        acute=tryptase.acute.level if tryptase.acute else None,
        minutes_after_onset=tryptase.minutes,
        il6=il6.level if il6 else None,
        il6_limit=Level(value=Fraction(il6.limit)) if il6 and il6.limit else None,
    )


def samples_about(rows: Iterable[Sample], reaction: Reaction) -> tuple[Sample, ...]:
    """The samples that are no mistake: baselines, and those of this very reaction."""
    standing = (row for row in rows if not hasattr(row, "error"))
    return tuple(row for row in standing if row.reaction is None or row.reaction.case_key == reaction.case_key)


def grade_of(case: ShownReaction, limits: Limits) -> int | None:
    """The decided Brown grade, else the proposed one; None where there is no grade from 1 to 3."""
    decided = case.brown
    if decided is not None:
        return decided.decided if decided.decided in GRADES else None
    return brown(observed_of(case.newest), at_most_90=limits.hypotension_at_most_90).grade


def breakthroughs_of(cases: Iterable[ShownReaction], limits: Limits) -> tuple[Breakthrough, ...]:
    """The reactions during desensitizations."""
    return tuple(
        Breakthrough(
            protocol_steps=case.newest.protocol_steps, step=case.newest.step, brown_grade=grade_of(case, limits)
        )
        for case in cases
        if case.newest.occasion == Occasion.DESENSITIZATION
    )


def _highest_il6(rows: Iterable[Sample]) -> Sample | None:
    found = [row for row in rows if row.kind == SampleKind.IL6 and row.value is not None and row.reaction is not None]
    return max(found, key=lambda row: (row.value, row.beyond == ">"), default=None)
