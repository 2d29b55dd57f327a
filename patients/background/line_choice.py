"""Entries that belong to one line of this very patient."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from patients.background.entry_form import NO_CHOICE, EntryForm
from patients.background.selectors import open_lines
from patients.background_models import TreatmentLine


class LineChoice(forms.ModelChoiceField):
    """One of the patient's open lines, by its key."""

    def __init__(self) -> None:
        super().__init__(
            queryset=TreatmentLine.objects.none(),
            label=gettext_lazy("Treatment line"),
            to_field_name="entry_key",
            empty_label=NO_CHOICE[1],
        )

    def label_from_instance(self, obj: Any) -> str:
        """Regimen and diagnosis."""
        return str(obj.told)


class OfLineForm(EntryForm):
    """An entry that belongs to one open line of this very patient."""

    line = LineChoice()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lines = open_lines(self.ids)
        self.fields["line"].queryset = lines  # type: ignore[attr-defined]  # the stubs know the base field only
        keys = [str(line.entry_key) for line in lines]
        if len(keys) == 1:
            self.initial.setdefault("line", keys[0])
