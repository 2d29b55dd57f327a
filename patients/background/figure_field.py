"""Figures whose unit stands in another field."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from desens.pages.fields import NumberField

DECIMALS, LARGEST = 6, 1_000_000
PLAIN_NUMBER = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "spellcheck": "false"})


class FigureField(NumberField):
    """A figure above zero whose unit stands in another field; at most 6 decimals are kept."""

    def __init__(self, **options: Any) -> None:
        super().__init__(unit="", widget=PLAIN_NUMBER, **options)

    def to_python(self, value: Any) -> Decimal | None:
        """The exact figure; ValidationError with what is expected."""
        number = super().to_python(value)
        if number is not None and (not 0 < number <= LARGEST or number != round(number, DECIMALS)):
            most = Quantity.of(LARGEST, "").number
            raise forms.ValidationError(
                _("Type a number above 0, at most %(most)s, with at most 6 decimals.") % {"most": most}
            )
        return number
