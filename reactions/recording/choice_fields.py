"""Form fields whose empty choice says "not recorded"."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

NOT_RECORDED = ("", gettext_lazy("not recorded"))


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
