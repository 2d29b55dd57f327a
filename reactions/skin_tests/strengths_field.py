"""Several test strengths typed in one line, from any order to weak before strong."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from desens.numbers.parse import NumberError, parse_number
from desens.pages.fields import NumberField

MOST_STRENGTHS = 6
DECIMALS, LARGEST = 6, 1_000_000
ONE = NumberField(unit="")
_BETWEEN = re.compile(r"\s*;\s*|,?\s+")


class StrengthsField(forms.Field):
    """Figures above zero, apart by blanks or semicolons; gives a tuple of Decimals, () where nothing is typed."""

    def __init__(self, **options: Any) -> None:
        attributes = {"inputmode": "decimal", "autocomplete": "off", "spellcheck": "false"}
        super().__init__(required=False, widget=forms.TextInput(attrs=attributes), **options)

    def to_python(self, value: Any) -> tuple[Decimal, ...]:
        """The strengths from weak to strong, each once; ValidationError names the figure that is none."""
        typed = [part for part in _BETWEEN.split(str(value or "").strip()) if part]
        if len(typed) > MOST_STRENGTHS:
            raise ValidationError(_("Type at most %(most)s strengths.") % {"most": MOST_STRENGTHS})
        return tuple(sorted({_strength(part) for part in typed}))

    def prepare_value(self, value: Any) -> Any:
        """What was typed; proposed strengths in plain digits that the field reads back."""
        if value is None or isinstance(value, str):
            return value
        return " ".join(ONE.prepare_value(figure) for figure in value)


def _strength(typed: str) -> Decimal:
    try:
        number = parse_number(typed)
    except NumberError as error:
        message = NumberField.default_error_messages[error.code]
        raise ValidationError(message, code=error.code, params=error.values) from None
    if not 0 < number <= LARGEST or number != round(number, DECIMALS):
        raise ValidationError(_("%(typed)s: type strengths above 0 with at most 6 decimals.") % {"typed": typed[:40]})
    return number
