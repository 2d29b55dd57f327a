"""When a sample can stand for a patient's own level.

Source: a table of the WAO journal (40413-016-0094-3): before the event, or more than 24 h after full resolution. When
a reaction has fully resolved is seldom recorded, so the onset is counted from and the sentence says so.
"""

from fractions import Fraction

from reactions.rules.reasons import Reason, because

RESOLVED_AFTER_MIN = Fraction(24 * 60)


def is_early(minutes_after_onset: Fraction | None) -> bool:
    """Whether it was taken during the reaction or the 24 h after its onset; not where nobody knows."""
    return minutes_after_onset is not None and 0 <= minutes_after_onset <= RESOLVED_AFTER_MIN


def baseline_cautions(minutes_after_onset: Fraction | None) -> tuple[Reason, ...]:
    """Of a baseline sample, by its minutes after the reaction's onset; below 0 it was taken before."""
    return (because("baseline-early"),) if is_early(minutes_after_onset) else ()
