"""The times of a filled form: clocks become moments, one after another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from fractions import Fraction

from django import forms
from django.utils.translation import gettext as _

from procedures.choices import EventKind
from procedures.event_rows import Happening
from procedures.recording.clocks import AmbiguousError, SkippedError, following, moment, on_day, preceding
from procedures.recording.day_clock import DayClock, on_next_day, which_day
from procedures.recording.row_events import EventForm
from procedures.recording.row_vitals import StepForm
from procedures.rules.as_planned import LONGEST_MINUTES, Pause, PlannedStep, ends_at


@dataclass
class Clock:
    """Reads clocks of one procedure; what cannot be read is told beside its field and is None.

    `cannot_be`: the day itself is refused, so that its times are not read and nothing more is told of them. `planned`:
    how long the steps of the version take, in minutes.
    """

    day: date | None
    cannot_be: bool = False
    planned: Fraction = Fraction(0)
    started: datetime | None = None
    noted: dict[int, datetime] = field(default_factory=dict)

    def start(self, form: forms.Form, old: datetime | None) -> None:
        """The start of step 1, which the others follow."""
        clock = form.cleaned_data.get("started")
        if clock is not None:
            self.started = self._read(form, "started", DayClock(clock), old)
            if self.started is not None:
                self.noted[1] = self.started

    def steps(self, rows: Mapping[int, StepForm], old: Mapping[int, Happening]) -> None:
        """The starts that were noted, each after the one before."""
        before = self.started
        for number, row in rows.items():
            clock = row.cleaned_data.get("start")
            if clock is None:
                continue
            known = old.get(number)
            at = self._read(row, "start", clock, known.at if known else None, before=before)
            if at is not None:
                before = self.noted[number] = at

    def event(self, form: forms.Form, name: str, old: Happening | None) -> datetime | None:
        """A time after the start of step 1."""
        clock = form.cleaned_data.get(name)
        before = max(self.noted.values(), default=None) if name == "stopped_at" else self.started
        return None if clock is None else self._read(form, name, clock, old.at if old else None, before=before)

    def before_start(self, form: forms.Form, old: Happening | None) -> datetime | None:
        """A time around the start of step 1, mostly before it."""
        clock = form.cleaned_data.get("at")
        return None if clock is None else self._read(form, "at", clock, old.at if old else None, after=self.started)

    def _read(
        self,
        form: forms.Form,
        name: str,
        typed: DayClock,
        old: datetime | None,
        *,
        before: datetime | None = None,
        after: datetime | None = None,
    ) -> datetime | None:
        if self.cannot_be:
            return None
        if self.day is None:
            form.add_error(name, _("A time of day needs the day: type the whole date above."))
            return None
        try:
            at = self._moment(typed, self.day, before=before, after=after)
        except SkippedError:
            form.add_error(name, _("The clock skips this time on that day."))
            return None
        except AmbiguousError as either:
            told = which_day(typed.clock, either.first, self.day)
            form.add_error(name, told if before is None else on_next_day(typed.clock, before, self.day))
            return None
        return old if old is not None and old.replace(second=0, microsecond=0) == at else at

    def _moment(self, typed: DayClock, day: date, *, before: datetime | None, after: datetime | None) -> datetime:
        if typed.days is not None:
            return on_day(day + timedelta(days=typed.days), typed.clock, not_before=before)
        if before is not None:
            return following(before, typed.clock, until=self._until)
        return preceding(after, typed.clock) if after is not None else moment(day, typed.clock)

    @property
    def _until(self) -> datetime | None:
        """As far as the plan and the noted times reach."""
        reached = [*self.noted.values(), *([ends_at(self.started, self.planned)] if self.started else ())]
        return max(reached, default=None)


def planned_minutes(steps: Sequence[PlannedStep]) -> Fraction:
    """How long they take together; 0 where that is longer than anybody infuses."""
    minutes = sum((step.minutes for step in steps), Fraction(0))
    return minutes if minutes <= LONGEST_MINUTES else Fraction(0)


def pauses_of(rows: list[tuple[EventForm, datetime | None]]) -> list[Pause]:
    """The breaks with a time, each until the next resume or start."""
    timed = sorted(
        ((at, row.cleaned_data["kind"]) for row, at in rows if at is not None and row.cleaned_data.get("kind")),
        key=lambda each: each[0],
    )
    found: list[Pause] = []
    for place, (at, kind) in enumerate(timed):
        if kind == EventKind.PAUSE:
            found.append(
                Pause(since=at, until=next((later for later, then in timed[place + 1 :] if then != kind), None))
            )
    return found


def rates_of(rows: Mapping[int, StepForm]) -> dict[int, Fraction]:
    """The rates that were not the planned ones."""
    typed = {number: row.cleaned_data.get("rate_ml_h") for number, row in rows.items()}
    return {number: Fraction(rate) for number, rate in typed.items() if rate}
