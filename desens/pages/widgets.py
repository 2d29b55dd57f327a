"""Inputs that keep a figure, its unit and a date unmistakable."""

from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

PLAIN = {"autocomplete": "off", "spellcheck": "false"}


class NumberInput(forms.TextInput):
    """A text input with a decimal keypad, its unit beside it. A number input would scroll its value."""

    template_name = "components/number_input.html"

    def __init__(self, *, unit: str) -> None:
        super().__init__(attrs={**PLAIN, "inputmode": "decimal"})
        self.unit = unit

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The input's own context and the unit as people read it."""
        return {**super().get_context(name, value, attrs), "unit": self.unit}

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """Rendered by the project's templates, which the form renderer does not search."""
        return render_to_string(self.template_name, self.get_context(name, value, attrs))


class DateInput(forms.TextInput):
    """A text input: the browser's own date picker shows days in the machine's order, which may be another."""

    def __init__(self) -> None:
        super().__init__(attrs={**PLAIN, "inputmode": "numeric", "placeholder": "YYYY-MM-DD", "maxlength": 10})
