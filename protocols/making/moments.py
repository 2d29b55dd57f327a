"""When bags were made and until when they serve, as both are typed."""

from collections.abc import Mapping
from datetime import date, datetime, time
from fractions import Fraction
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.pages.fields import DateField
from protocols.papers.stability import stable_until
from reactions.recording.time_fields import ClockField
from reactions.recording.times import at_clock


class MomentsForm(forms.Form):
    """`moments` are (prepared, use by), aware, where both are read and in order; errors stand beside the fields."""

    prepared_on = DateField(label=gettext_lazy("Prepared on"))
    prepared_time = ClockField(label=gettext_lazy("at"), required=True)
    use_by_on = DateField(label=gettext_lazy("Use by"))
    use_by_time = ClockField(label=gettext_lazy("at"), required=True)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.prepared_at: datetime | None = None
        self.moments: tuple[datetime, datetime] | None = None

    def clean(self) -> dict[str, Any]:
        """Both moments exist and are in order."""
        data: dict[str, Any] = super().clean() or {}
        self.prepared_at = prepared = self._moment("prepared")
        use_by = self._moment("use_by")
        if prepared and use_by and use_by <= prepared:
            self.add_error("use_by_on", _("A bag is used after it is prepared: type a later time."))
        elif prepared and use_by:
            self.moments = prepared, use_by
        return data

    def _moment(self, name: str) -> datetime | None:
        day: date | None = self.cleaned_data.get(f"{name}_on")
        clock: time | None = self.cleaned_data.get(f"{name}_time")
        if day is None or clock is None:
            return None
        try:
            return at_clock(day, clock, timezone.get_current_timezone())
        except ValueError:
            self.add_error(f"{name}_time", ValidationError(_("The clock skips this time on that day.")))
        except OverflowError:
            self.add_error(f"{name}_on", ValidationError(_("Type a date of this time.")))
        return None


def moments_now(now: datetime, hours: Fraction | None) -> Mapping[str, date | time]:
    """Made now, and used by the shortest stated stability; without one nothing is proposed for that."""
    whole = now.replace(second=0, microsecond=0)
    return moments_of(whole, stable_until(whole, hours))


def moments_of(prepared_at: datetime, use_by: datetime | None) -> Mapping[str, date | time]:
    """Both moments as they are typed, in the hospital's zone."""
    made = timezone.localtime(prepared_at)
    typed: dict[str, date | time] = {"prepared_on": made.date(), "prepared_time": made.time()}
    if use_by is None:
        return typed
    until = timezone.localtime(use_by)
    return typed | {"use_by_on": until.date(), "use_by_time": until.time()}
