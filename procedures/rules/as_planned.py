"""When each step began where nobody noted it: "all steps as planned", from what was noted. Source: the plan itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction

MICROSECONDS = 60_000_000
#: A step that would take longer (a rate of almost nothing) does not say when the next one began.
LONGEST_MINUTES = 10_000


@dataclass(frozen=True, kw_only=True)
class PlannedStep:
    """One step of the stored schedule; `volume_ml` is what it infuses."""

    number: int
    minutes: Fraction
    volume_ml: Fraction

    def minutes_at(self, rate_ml_h: Fraction | None) -> Fraction:
        """How long it takes at another rate; its own time where the rate was the planned one or nothing ran."""
        return self.volume_ml * 60 / rate_ml_h if rate_ml_h else self.minutes


@dataclass(frozen=True, kw_only=True)
class Pause:
    """A break; `until` is None where it was not resumed."""

    since: datetime
    until: datetime | None


def starts_as_planned(
    steps: Sequence[PlannedStep],
    *,
    noted: Mapping[int, datetime],
    rates: Mapping[int, Fraction],
    pauses: Sequence[Pause],
    last_step: int | None,
) -> dict[int, datetime]:
    """The start of each step up to `last_step`, by its number: as noted, else when the one before ended.

    `noted` holds the start of the first step. A break lengthens the step it falls in, and after one that was not
    resumed nothing follows from the plan: such a step is left out, and so are those behind it until one is noted.
    """
    found: dict[int, datetime] = {}
    ends: datetime | None = None
    for step in steps:
        if last_step is not None and step.number > last_step:
            break
        begins = noted.get(step.number, ends)
        if begins is None:
            ends = None
            continue
        found[step.number] = begins
        ends = ended_at(begins, step.minutes_at(rates.get(step.number)), pauses)
    return found


def ends_at(begins: datetime, minutes: Fraction) -> datetime:
    """The moment so many minutes later, never a fraction of a microsecond too early."""
    return begins + timedelta(microseconds=-(-minutes * MICROSECONDS // 1))


def ended_at(begins: datetime, minutes: Fraction, pauses: Sequence[Pause]) -> datetime | None:
    """The end of a step with the breaks that fall in it; None where one was not resumed."""
    if minutes > LONGEST_MINUTES:
        return None
    ends = ends_at(begins, minutes)
    for pause in sorted(pauses, key=lambda each: each.since):
        if begins <= pause.since < ends:
            if pause.until is None:
                return None
            ends += pause.until - pause.since
    return ends
