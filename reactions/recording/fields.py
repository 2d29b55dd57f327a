"""Form fields of a reaction's figures."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from desens.pages.fields import NumberField
from desens.pages.widgets import PLAIN


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
