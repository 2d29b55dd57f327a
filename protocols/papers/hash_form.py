"""The short hash as it stands on a sheet, typed or read aloud."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from desens.pages.fields import LineField

_BETWEEN = str.maketrans("", "", " .-\u00b7\u00a0\u202f")
_DIGITS = frozenset("0123456789abcdef")
LENGTH = 8


class ShortHashField(LineField):
    """Eight hexadecimal digits, however they are set apart; lower case when read."""

    def to_python(self, value: Any) -> str:
        """The eight digits; ValidationError says what is expected."""
        digits = super().to_python(value).translate(_BETWEEN).lower()
        if digits and (len(digits) != LENGTH or not set(digits) <= _DIGITS):
            raise ValidationError(_("Type the eight digits beside the version, 0 to 9 and a to f, such as 7f3a·91c2."))
        return digits


class ShortHashForm(forms.Form):
    """Which sheet is in the hand."""

    hash = ShortHashField(
        label=_("Short hash of the sheet"),
        help_text=_("It stands beside the version at the head of each page, such as 7f3a·91c2."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "class": "figure", "autofocus": True}
        ),
    )
