"""The recorded times of an infusion, replayed by the engine: what ran when, and how much had been given."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction

from desens.numbers.quantity import Quantity
from procedures.models import InfusionEvent
from procedures.replayed import began_at, engine_events, minutes_between
from protocols.engine.replay import Replayed, Run, replay
from protocols.version_document import Infusion


@dataclass(frozen=True, kw_only=True)
class Timed:
    """The infusion from its first start at `began` until the last thing that was recorded had run.

    `known_until`: behind this minute a step ran of which nobody noted the start, so that nothing is computed there;
    None where every start was noted.
    """

    began: datetime
    replayed: Replayed
    known_until: Fraction | None

    @property
    def ended_at(self) -> datetime | None:
        """When the last step had run; None where something is left."""
        ends = self.replayed.ends_at
        if self.replayed.state != "completed" or ends is None or self.known_until is not None:
            return None
        return self.began + timedelta(seconds=int(ends * 60))

    def run_at(self, moment: datetime) -> Run | None:
        """The step that was given then; None before the first and where the times do not say it."""
        minute = minutes_between(self.began, moment)
        return self.replayed.run_at(minute) if self._is_known(minute) else None

    def delivered_at(self, moment: datetime) -> Quantity | None:
        """The cumulative dose then; None where the times do not say it."""
        minute = minutes_between(self.began, moment)
        return Quantity.of(self.replayed.delivered_at(minute), self.replayed.unit) if self._is_known(minute) else None

    def _is_known(self, minute: Fraction) -> bool:
        return self.known_until is None or minute <= self.known_until


def timed(infusion: Infusion, events: Iterable[InfusionEvent]) -> Timed | None:
    """The replay; None where an event has no time, or where no step was started."""
    rows = tuple(events)
    began = began_at(rows)
    if began is None or any(row.at is None for row in rows):
        return None
    read = engine_events(rows, began)
    now = max(event.at for event in read) + infusion.schedule.total_minutes
    found = replay(infusion.schedule, infusion.specification.line, events=read, now=now)
    known_until = _known_until(found, last_step=infusion.schedule.steps[-1].number)
    return Timed(began=began, replayed=found, known_until=known_until)


def _known_until(found: Replayed, *, last_step: int) -> Fraction | None:
    """The end of the last run before a step whose start nobody noted; None where there is none."""
    reached, ends = 0, Fraction(0)
    for run in found.runs:
        if run.number > reached + 1:
            return ends
        reached, ends = max(reached, run.number), run.ends
    ended = found.state in ("stopped", "completed") or reached == last_step
    return None if ended else ends
