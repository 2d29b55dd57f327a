"""What was typed of a sample, read: its value, and when it was taken. A ValidationError says what is expected."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.numbers.parse import NumberError
from desens.pages.fields import NumberField
from reactions.choices import StartPrecision
from reactions.rules.level import Level
from reactions.rules.sample_units import NAMED
from reactions.rules.sample_values import read_sample_value
from reactions.sample_choices import Finding
from reactions.samples.moments import ClockError, moment_of, start_of_day

AS_PRINTED = gettext_lazy(
    "Type the value as the laboratory printed it, such as 44.7, with its sign where it is a bound only."
)
VALUE_PROBLEMS: dict[str, Any] = NumberField.default_error_messages | {
    "missing": AS_PRINTED,
    "not_a_number": AS_PRINTED,
    "nothing_below": gettext_lazy("Nothing lies below 0. Type the bound that the laboratory printed."),
}
CLOCK_PROBLEMS: dict[str, Promise] = {
    "not_a_clock": gettext_lazy("Type the time as hours and minutes of 24, such as 14:05."),
    "skipped": gettext_lazy("The clock skipped this time on that night. Check it."),
    "repeated": gettext_lazy("This time came twice that night. Add the offset: %(offsets)s."),
    "other_offset": gettext_lazy("That offset does not fit. Expected %(offsets)s."),
}


def read_result(kind: str, printed: str) -> tuple[Level | None, str]:
    """The level, or the word in place of one, which a specific IgE or another test may have."""
    word = printed.casefold()
    if kind in NAMED and word in _findings():
        return None, _findings()[word]
    try:
        return read_sample_value(printed), ""
    except NumberError as error:
        values = {"typed": printed} | error.values
        raise ValidationError(str(VALUE_PROBLEMS[error.code]) % values) from None


def read_taken(day: date, clock: str) -> tuple[datetime, str]:
    """The moment in the hospital's zone and its StartPrecision: the day alone where no clock was typed."""
    zone = timezone.get_current_timezone()
    if not clock:
        return start_of_day(day, zone), StartPrecision.DAY.value
    try:
        return moment_of(day, clock, zone), StartPrecision.MINUTE.value
    except ClockError as error:
        offsets = _(" or ").join(error.offsets)
        raise ValidationError(str(CLOCK_PROBLEMS[error.code]) % {"offsets": offsets}) from None


def _findings() -> dict[str, str]:
    """What may be typed in place of a figure, in the reader's language and in English."""
    spoken = {str(label).casefold(): value for value, label in Finding.choices}
    return {value: value for value in Finding.values} | spoken
