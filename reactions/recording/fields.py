"""Form fields of a reaction: whole numbers, figures, days known in part, the clock, yes or no."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.pages.fields import NumberField
from desens.pages.widgets import PLAIN

NOT_RECORDED = ("", gettext_lazy("not recorded"))


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
