"""A blood pressure as the sheet has it."""

from typing import Any, ClassVar, NamedTuple

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.pages.fields import LineField
from desens.pages.widgets import PLAIN

MOST_SYSTOLIC, MOST_DIASTOLIC = 300, 200


class Pressure(NamedTuple):
    """A blood pressure in mmHg; the diastolic is None where it was not measured."""

    systolic: int
    diastolic: int | None


class PressureField(LineField):
    """A blood pressure as it is written, 120/70, 120 70 or 120 alone; gives a `Pressure`, or None where empty."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "not_a_pressure": gettext_lazy("Type the pressure as systolic/diastolic in mmHg, such as 120/70.")
    }

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={**PLAIN, "placeholder": "mmHg", "maxlength": 7})
        super().__init__(**{"widget": widget, "required": False, **options})

    def to_python(self, value: Any) -> Any:
        """The pressure; ValidationError says what is expected."""
        typed = super().to_python(value)
        if not typed:
            return None
        parts = typed.replace("/", " ").split()
        if len(parts) > 2 or not all(part.isascii() and part.isdecimal() and len(part) <= 3 for part in parts):
            raise forms.ValidationError(self.error_messages["not_a_pressure"])
        systolic, diastolic = int(parts[0]), int(parts[1]) if len(parts) == 2 else None
        if systolic > MOST_SYSTOLIC or (diastolic or 0) > MOST_DIASTOLIC:
            raise forms.ValidationError(self.error_messages["not_a_pressure"])
        if diastolic is not None and diastolic > systolic:
            raise forms.ValidationError(_("The diastolic pressure cannot be above the systolic one."))
        return Pressure(systolic, diastolic)

    def prepare_value(self, value: Any) -> Any:
        """A stored pressure as it would be typed."""
        if isinstance(value, Pressure):
            return str(value.systolic) if value.diastolic is None else f"{value.systolic}/{value.diastolic}"
        return value
