"""When the exposure and the reaction began, from what was typed."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from reactions.choices import StartPrecision, TimeUnit
from reactions.recording.field_groups import ExposureFields
from reactions.recording.times import at_clock

#: The moment the exposure began, and how exactly that is known.
Started = tuple[datetime, str]


class TimingForm(ExposureFields):
    """The exposure, with its times read together."""

    def started(self) -> Started | None:
        """When the exposure began, and how exactly that is known; errors stand beside the fields."""
        typed, clock = self.cleaned_data.get("started_on"), self.cleaned_data.get("started_time")
        if typed is None:
            return None
        day, precision = typed
        if clock is not None and precision != StartPrecision.DAY:
            self.add_error("started_time", _("A time needs the whole date."))
            return None
        return self._moment(day, clock, precision)

    def _moment(self, day: date, clock: time | None, precision: str) -> Started | None:
        zone = timezone.get_current_timezone()
        if clock is None:
            return datetime.combine(day, datetime.min.time(), tzinfo=zone), precision
        try:
            return at_clock(day, clock, zone), StartPrecision.MINUTE.value
        except ValueError:
            self.add_error("started_time", _("The clock skips this time on that day."))
            return None

    def counted_onset(self, started: Started | None) -> tuple[Decimal | None, str]:
        """The onset with its unit, as typed or counted between two clock times."""
        data = self.cleaned_data
        onset, clock = data.get("onset"), data.get("onset_clock")
        if clock is None:
            return (None, "") if onset is None else (onset, data.get("onset_unit") or TimeUnit.MINUTES.value)
        if onset is not None:
            self.add_error("onset_clock", _("Type the onset after the start or its time, not both."))
            return None, ""
        if started is None or started[1] != StartPrecision.MINUTE:
            self.add_error("onset_clock", _("This needs the day and the time at which the exposure began."))
            return None, ""
        moment = datetime.combine(timezone.localdate(started[0]), clock, tzinfo=timezone.get_current_timezone())
        if moment < started[0]:
            message = _(
                "The reaction cannot begin before the exposure. After midnight, type the onset after the start."
            )
            self.add_error("onset_clock", message)
            return None, ""
        after = (moment - started[0]) // timedelta(minutes=1)
        return Decimal(after), TimeUnit.MINUTES.value
