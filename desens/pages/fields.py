"""Form fields that read strictly and say what they expect; what was typed stays in the form (safety.md H2, H12)."""

import re
import uuid
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from desens.numbers.parse import NumberError, parse_number
from desens.numbers.quantity import Quantity
from desens.numbers.write import Exact, plain_text
from desens.pages.widgets import DateInput, NumberInput
from desens.records.text import FIELD_LIMIT, NOTE_LIMIT, TextError, clean_text

_DATE = re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})", re.ASCII)


class NumberField(forms.Field):
    """A figure with its unit, read by the one strict parser; gives a Decimal, or None where optional and empty.

    `minimum` and `maximum` are hard bounds, both included.
    """

    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("Type a number."),
        "ambiguous": _("%(typed)s could mean %(decimal)s or %(whole)s: type %(decimal)s or %(whole)s."),
        "not_a_number": _("Type a number such as 12, 0.5 or 0,5: digits and one decimal mark, no unit and no sign."),
        "too_long": _("Type a number of at most 15 digits."),
        "too_small": _("Type a number of at least %(bound)s."),
        "too_large": _("Type a number of at most %(bound)s."),
    }

    def __init__(
        self, *, unit: str, minimum: Exact | None = None, maximum: Exact | None = None, **options: Any
    ) -> None:
        self.unit, self.minimum, self.maximum = unit, minimum, maximum
        options.setdefault("widget", NumberInput(unit=Quantity.of(0, unit).unit_text))
        super().__init__(**options)

    def to_python(self, value: Any) -> Decimal | None:
        """The exact Decimal of what was typed; ValidationError with what is expected."""
        try:
            number = parse_number("" if value is None else str(value))
        except NumberError as error:
            if error.code == "missing":
                return None
            raise ValidationError(self.error_messages[error.code], code=error.code, params=error.values) from None
        self._within_bounds(number)
        return number

    def prepare_value(self, value: Any) -> Any:
        """What was typed, as it was typed; a stored figure in plain digits that the parser reads back as itself."""
        if value is None or isinstance(value, str):
            return value
        shown = plain_text(value)
        try:
            parse_number(shown)
        except NumberError as error:
            return error.values.get("decimal", shown)
        return shown

    def _within_bounds(self, number: Decimal) -> None:
        if self.minimum is not None and number < self.minimum:
            self._refuse("too_small", self.minimum)
        if self.maximum is not None and number > self.maximum:
            self._refuse("too_large", self.maximum)

    def _refuse(self, code: str, bound: Exact) -> None:
        raise ValidationError(self.error_messages[code], code=code, params={"bound": Quantity.of(bound, self.unit)})


class LineField(forms.CharField):
    """One line of text without hidden characters, 200 characters at most."""

    limit = FIELD_LIMIT
    default_error_messages: ClassVar[dict[str, Any]] = {
        "too_long": _("Type at most %(limit)s characters."),
        "control": _("Type plain text on one line: it contains the control character %(character)s."),
        "direction": _("Type plain text: it contains %(character)s, which turns the direction of reading."),
        "invisible": _("Type plain text: it contains %(character)s, which cannot be seen."),
        "not_a_character": _("Type plain text: %(character)s is no character."),
        "marks": _("Type plain text: it contains a letter with more than three accents."),
    }

    def to_python(self, value: Any) -> str:
        """The text, normalised (NFC); ValidationError says what is expected."""
        text = super().to_python(value)
        try:
            return clean_text(text, limit=self.limit) if text else ""
        except TextError as error:
            raise ValidationError(self.error_messages[error.code], code=error.code, params=error.values) from None


class NoteField(LineField):
    """A note of several lines, 2,000 characters at most."""

    limit = NOTE_LIMIT
    widget = forms.Textarea(attrs={"rows": 3})


class DateField(forms.Field):
    """A calendar date written year first, 2026-11-20 or 20261120; gives a date, or None where optional and empty."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("Type a date: year, month, day, such as 2026-11-20."),
        "not_a_date": _("Type the date as year, month, day, such as 2026-11-20."),
        "no_such_day": _("%(typed)s is not in the calendar. Type a date such as 2026-11-20."),
    }

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", DateInput())
        super().__init__(**options)

    def to_python(self, value: Any) -> date | None:
        """The date that was typed; ValidationError says what is expected."""
        typed = str(value or "").strip()
        if not typed:
            return None
        found = _DATE.fullmatch(typed)
        if found is None:
            raise ValidationError(self.error_messages["not_a_date"], code="not_a_date")
        try:
            return date(*map(int, found.groups()))
        except ValueError:
            params = {"typed": typed}
            raise ValidationError(self.error_messages["no_such_day"], code="no_such_day", params=params) from None


class EntryKeyField(forms.UUIDField):
    """The key of one entry, made when the form is shown: sent twice, it is stored once (safety.md H9)."""

    widget = forms.HiddenInput

    def __init__(self, **options: Any) -> None:
        super().__init__(initial=uuid.uuid4, **{"label": _("the page's own key"), **options})
