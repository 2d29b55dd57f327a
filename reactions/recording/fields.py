"""Form fields of a reaction: whole numbers, figures, days known in part, the clock, yes or no."""

from datetime import date, time
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.pages.fields import LineField, NumberField
from desens.pages.widgets import PLAIN
from reactions.choices import StartPrecision
from reactions.recording.times import NoSuchDayError, read_clock, read_day

NOT_RECORDED = ("", gettext_lazy("not recorded"))
KEYPAD = {**PLAIN, "inputmode": "numeric"}


class FigureField(NumberField):
    """A figure with or without a unit beside it; `decimals` is how many are kept."""

    def __init__(self, *, unit: str = "", decimals: int = 6, **options: Any) -> None:
        self.decimals = decimals
        if not unit:
            options["widget"] = forms.TextInput(attrs={**PLAIN, "inputmode": "decimal"})
        super().__init__(unit=unit, **{"required": False, "minimum": 0, **options})

    def to_python(self, value: Any) -> Decimal | None:
        """The exact figure; ValidationError with what is expected."""
        number = super().to_python(value)
        if number is not None and number != round(number, self.decimals):
            if not self.decimals:
                raise forms.ValidationError(_("Type a whole number."))
            raise forms.ValidationError(_("Type at most %(decimals)s decimals.") % {"decimals": self.decimals})
        return number


class WholeField(FigureField):
    """A whole number; gives an int, or None where empty."""

    def __init__(self, **options: Any) -> None:
        super().__init__(decimals=0, **options)

    def to_python(self, value: Any) -> Any:
        """The int; ValidationError with what is expected."""
        number = super().to_python(value)
        return None if number is None else int(number)


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


class YesNoField(forms.TypedChoiceField):
    """Yes, no, or not recorded (None)."""

    def __init__(self, **options: Any) -> None:
        choices = [NOT_RECORDED, ("yes", gettext_lazy("yes")), ("no", gettext_lazy("no"))]
        super().__init__(
            choices=choices, coerce=lambda word: word == "yes", empty_value=None, required=False, **options
        )

    def prepare_value(self, value: Any) -> Any:
        """A stored answer as its word."""
        return {True: "yes", False: "no", None: ""}.get(value, value)


class WordField(forms.ChoiceField):
    """One word of a list, or "" for not recorded."""

    def __init__(self, *, words: Any, **options: Any) -> None:
        super().__init__(choices=[NOT_RECORDED, *words], required=False, **options)
