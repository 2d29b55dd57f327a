"""Form fields of times: days known in part, and the clock."""

from datetime import date, time
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.pages.fields import LineField
from desens.pages.widgets import PLAIN
from reactions.choices import StartPrecision
from reactions.recording.times import NoSuchDayError, read_clock, read_day

KEYPAD = {**PLAIN, "inputmode": "numeric"}


class PartDayField(LineField):
    """A day, month or year: gives its first day and how exactly it is known, or None where optional and empty."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": gettext_lazy("Type a date such as 2026-11-20, or only what is known of it: 2026-11 or 2026.")
    }

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={**KEYPAD, "placeholder": "YYYY-MM-DD", "maxlength": 10})
        super().__init__(**{"widget": widget, **options})

    def to_python(self, value: Any) -> Any:
        """(day, precision); ValidationError says what is expected."""
        typed = super().to_python(value)
        if not typed:
            return None
        try:
            return read_day(typed)
        except NoSuchDayError:
            raise forms.ValidationError(_("%(typed)s is not in the calendar.") % {"typed": typed}) from None
        except ValueError:
            raise forms.ValidationError(self.error_messages["required"]) from None

    def validate(self, value: tuple[date, StartPrecision] | None) -> None:
        """Required means a date."""
        super().validate(value or "")


class ClockField(LineField):
    """A time of day, 10:05 or 1005; gives a time, or None where empty."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={**KEYPAD, "placeholder": "HH:MM", "maxlength": 5})
        super().__init__(**{"widget": widget, "required": False, **options})

    def to_python(self, value: Any) -> Any:
        """The time; ValidationError says what is expected."""
        typed = super().to_python(value)
        if not typed:
            return None
        try:
            return read_clock(typed)
        except ValueError:
            raise forms.ValidationError(_("Type a time from 00:00 to 23:59, such as 14:05.")) from None

    def prepare_value(self, value: Any) -> Any:
        """A stored time as it would be typed."""
        return value.strftime("%H:%M") if isinstance(value, time) else value
