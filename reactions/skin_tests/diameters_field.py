"""Two diameters typed in one field: "10 x 9", "10 9", or one figure that stands for both."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from desens.numbers.parse import NumberError, parse_number
from desens.numbers.quantity import Quantity
from desens.pages.fields import NumberField
from reactions.skin_test_rows import WIDEST_MM

_BETWEEN = re.compile(r"\s*[x\u00d7*/]\s*|\s+", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Diameters:
    """The longest diameter in mm and the one across it; None: one figure stands for both."""

    longest: Decimal
    across: Decimal | None


class DiametersField(forms.Field):
    """One or two diameters in mm to a tenth, 0 for "nothing there"; gives Diameters, or None where empty."""

    def __init__(self, **options: Any) -> None:
        attributes = {"inputmode": "text", "autocomplete": "off", "spellcheck": "false"}
        super().__init__(required=False, widget=forms.TextInput(attrs=attributes), **options)

    def to_python(self, value: Any) -> Diameters | None:
        """The diameters, the longest first however they were typed; ValidationError with what is expected."""
        typed = str(value or "").strip()
        if not typed:
            return None
        parts = _BETWEEN.split(typed)
        if len(parts) > 2 or "" in parts:
            raise ValidationError(_("Type the longest diameter and the one across, such as 10 x 9."))
        found = sorted(map(diameter, parts), reverse=True)
        return Diameters(longest=found[0], across=found[1] if len(found) == 2 else None)


class DiameterField(forms.Field):
    """One diameter in mm, as of an erythema; gives a Decimal, or None where empty."""

    def __init__(self, **options: Any) -> None:
        attributes = {"inputmode": "decimal", "autocomplete": "off", "spellcheck": "false"}
        super().__init__(required=False, widget=forms.TextInput(attrs=attributes), **options)

    def to_python(self, value: Any) -> Decimal | None:
        """The diameter; ValidationError with what is expected."""
        typed = str(value or "").strip()
        return diameter(typed) if typed else None


def diameter(typed: str) -> Decimal:
    """A figure from 0 to the widest, to a tenth."""
    try:
        number = parse_number(typed)
    except NumberError as error:
        message = NumberField.default_error_messages[error.code]
        raise ValidationError(message, code=error.code, params=error.values) from None
    if number > WIDEST_MM or number != round(number, 1):
        raise ValidationError(
            _("Type a diameter from 0 to %(most)s with at most one decimal.") % {"most": Quantity.of(WIDEST_MM, "mm")}
        )
    return number
