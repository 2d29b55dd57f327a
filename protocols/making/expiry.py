"""The expiry date of a lot as packages bear it: a day, or a month and a year."""

import calendar
from datetime import date
from typing import Any, ClassVar, NamedTuple

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.pages.fields import LineField
from desens.pages.times import date_text
from desens.pages.widgets import DateInput
from reactions.choices import StartPrecision
from reactions.recording.times import NoSuchDayError, read_day

#: A date further ahead is likelier a slip of the year: a choice of this program.
MOST_YEARS_AHEAD = 15


class Expiry(NamedTuple):
    """The last day on which the lot serves; `month_only`: the package names no day, and the month's last day counts."""

    on: date
    month_only: bool


class ExpiryField(LineField):
    """2027-03-31, 20270331 or 2027-03; gives an Expiry, or None where optional and empty."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "not_a_date": gettext_lazy("Type the expiry date as on the package: year, month and day, or year and month.")
    }

    def __init__(self, **options: Any) -> None:
        widget = DateInput()
        widget.attrs["placeholder"] = "YYYY-MM"
        super().__init__(**{"widget": widget, "required": False, **options})

    def to_python(self, value: Any) -> Any:
        """The expiry; ValidationError says what is expected."""
        typed = super().to_python(value)
        if not typed:
            return None
        try:
            day, precision = read_day(typed)
        except NoSuchDayError:
            raise forms.ValidationError(_("%(typed)s is not in the calendar.") % {"typed": typed}) from None
        except ValueError:
            raise forms.ValidationError(self.error_messages["not_a_date"]) from None
        if precision == StartPrecision.YEAR:
            raise forms.ValidationError(self.error_messages["not_a_date"])
        if day.year > timezone.localdate().year + MOST_YEARS_AHEAD:
            raise forms.ValidationError(_("Type an expiry date within %(years)d years.") % {"years": MOST_YEARS_AHEAD})
        month_only = precision == StartPrecision.MONTH
        return Expiry(last_day(day) if month_only else day, month_only)


def last_day(day: date) -> date:
    """The last day of the month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def expiry_text(on: date | None, *, month_only: bool) -> str:
    """As on the package: `2027-03-31` or `2027-03`; "" where it was not recorded."""
    if on is None:
        return ""
    return date_text(on)[:7] if month_only else date_text(on)
