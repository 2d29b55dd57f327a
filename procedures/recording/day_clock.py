"""A time of day that may say which day it was: 14:05, or 00:20 +1 for the day after the procedure's."""

import re
from datetime import date, datetime, time
from typing import Any, NamedTuple

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _

from desens.pages.fields import LineField
from desens.pages.widgets import PLAIN
from reactions.recording.time_fields import ClockField

#: Nothing of a day of desensitization lies further from it: premedication the day before, an end two days later.
_DAYS = re.compile(r"(?P<clock>[0-9:]+) *(?P<days>-1|\+[0-2])", re.ASCII)


class DayClock(NamedTuple):
    """A clock, and how many days after the day of the procedure; None where nobody said so."""

    clock: time
    days: int | None = None

    def __str__(self) -> str:
        """As it would be typed."""
        return f"{self.clock:%H:%M}" + ("" if self.days is None else f" {self.days:+d}")


def day_clock(at: datetime, day: date | None) -> DayClock:
    """A stored moment as it would be typed; only another day than `day` is said."""
    local = timezone.localtime(at)
    days = (local.date() - day).days if day is not None else 0
    return DayClock(local.time(), days or None)


class DayClockField(ClockField):
    """A time of day, perhaps with its day; gives a `DayClock`, or None where empty."""

    def __init__(self, **options: Any) -> None:
        # The keypad of telephone numbers has the + that the numeric one lacks.
        widget = forms.TextInput(attrs={**PLAIN, "inputmode": "tel", "placeholder": "HH:MM", "maxlength": 9})
        super().__init__(**{"widget": widget, **options})

    def to_python(self, value: Any) -> Any:
        """The clock; ValidationError says what is expected."""
        typed = LineField.to_python(self, value)
        found = _DAYS.fullmatch(typed or "")
        clock = super().to_python(found["clock"] if found else typed)
        return clock and DayClock(clock, int(found["days"]) if found else None)

    def prepare_value(self, value: Any) -> Any:
        """A stored time as it would be typed."""
        return str(value) if isinstance(value, DayClock) else value


def which_day(clock: time, first: date, day: date) -> str:
    """Asks which of two days it was, `first` or the next, in the words that the field takes."""
    days = (first - day).days
    values = {"first": DayClock(clock, days), "second": DayClock(clock, days + 1), "day": first.isoformat()}
    return _("Which day was it? Type %(first)s for %(day)s, or %(second)s for the day after.") % values


def on_next_day(clock: time, before: datetime, day: date) -> str:
    """Tells that it lies before another time, and how to say that it was on the next day."""
    local = timezone.localtime(before)
    values = {"before": f"{local:%H:%M}", "next": DayClock(clock, (local.date() - day).days + 1)}
    return _("This lies before %(before)s. Check both times; if it was on the day after, type %(next)s.") % values
