"""How long after the reaction tests are done, as exactly as the reaction's day is known."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from django.utils import timezone

from reactions.choices import StartPrecision
from reactions.models import Reaction
from reactions.rules.test_timing import Timing, test_timing


@dataclass(frozen=True, kw_only=True)
class SinceReaction:
    """Days from the reaction to the tests; not `exact`: at least so many, as only month or year are known."""

    days: int
    exact: bool

    @property
    def timing(self) -> Timing:
        """What the days mean (reactions.rules.test_timing)."""
        return test_timing(Fraction(self.days))


def since_reaction(reaction: Reaction, *, tested_on: date) -> SinceReaction:
    """The days from the day the reaction began to the day of the tests; 0 while they may lie in one month or year."""
    exact = reaction.started_precision in (StartPrecision.MINUTE, StartPrecision.DAY)
    days = (tested_on - last_possible_day(reaction)).days
    return SinceReaction(days=days if exact or lies_before(reaction, tested_on) else max(days, 0), exact=exact)


def last_possible_day(reaction: Reaction) -> date:
    """The day on which the reaction began; of a month or year the last day, so that no test seems later than it is."""
    started = timezone.localdate(reaction.started_at)
    if reaction.started_precision == StartPrecision.YEAR:
        return started.replace(month=12, day=31)
    if reaction.started_precision == StartPrecision.MONTH:
        return started.replace(day=calendar.monthrange(started.year, started.month)[1])
    minutes = reaction.onset_minutes or 0
    return timezone.localdate(reaction.started_at + timedelta(minutes=int(minutes)))


def lies_before(reaction: Reaction, tested_on: date) -> bool:
    """Whether the tests lie before the first day on which the reaction can have begun."""
    exact = reaction.started_precision in (StartPrecision.MINUTE, StartPrecision.DAY)
    return tested_on < (last_possible_day(reaction) if exact else timezone.localdate(reaction.started_at))
