"""What an acute tryptase and its baseline ask for beside the rise.

Sources: sample from 15 min to 3 h after onset, accepted to 4 h (usz.ch, table of the WAO journal; others to 6 h: an
argument); upper normal 11.4 ng/mL and baseline of 8 and more for hereditary alpha-tryptasemia (medilib 79722; it also
prints "> 8": at exactly 8 the prompt is shown); above 20 a minor criterion of mastocytosis (same).
"""

from fractions import Fraction

from desens.numbers.write import number_text
from reactions.rules.level import Level
from reactions.rules.reasons import Reason, because

BEST_FROM_MIN, BEST_TO_MIN = Fraction(15), Fraction(180)
UPPER_NORMAL, ALPHA_TRYPTASEMIA_FROM, MASTOCYTOSIS_ABOVE = Fraction("11.4"), Fraction(8), Fraction(20)


def time_cautions(minutes_after_onset: Fraction | None, *, window_hours: int) -> tuple[Reason, ...]:
    """Of the acute sample's time, in minutes after the onset."""
    if minutes_after_onset is None:
        return (because("tryptase-time-not-recorded"),)
    minutes = number_text(minutes_after_onset)
    if minutes_after_onset < BEST_FROM_MIN:
        return (because("tryptase-too-early", minutes=minutes),)
    if minutes_after_onset > 60 * window_hours:
        return (because("tryptase-too-late", minutes=minutes, hours=str(window_hours)),)
    if minutes_after_onset > BEST_TO_MIN:
        return (because("tryptase-late", minutes=minutes),)
    return ()


def level_cautions(*, baseline: Level | None, acute: Level | None) -> tuple[Reason, ...]:
    """Of the values themselves, each only where it is certain; values in ng/mL."""
    found = []
    if acute is not None and is_above(acute, UPPER_NORMAL):
        found.append(because("tryptase-acute-above-normal", value=acute.shown))
    if baseline is None:
        return tuple(found)
    if is_above(baseline, UPPER_NORMAL):
        found.append(because("tryptase-baseline-above-normal", value=baseline.shown))
    if baseline.least >= ALPHA_TRYPTASEMIA_FROM:
        found.append(because("tryptase-alpha-tryptasemia", value=baseline.shown))
    if is_above(baseline, MASTOCYTOSIS_ABOVE):
        found.append(because("tryptase-mastocytosis", value=baseline.shown))
    return tuple(found)


def is_above(level: Level, limit: Fraction) -> bool:
    """Whether the level is certainly above the limit; "> limit" is."""
    return level.least > limit or (level.least == limit and level.beyond == ">")
