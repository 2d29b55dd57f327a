"""Naranjo's ten questions, asked in his order; every answer begins at "do not know"."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.pages.fields import NoteField
from patients.background.entry_form import EntryForm
from reactions.assessing.entered import NewNaranjo
from reactions.assessment_choices import Answer
from reactions.assessment_rows import NARANJO_ITEMS
from reactions.rules.messages import MESSAGES


class NaranjoForm(EntryForm):
    """The answers, as they stand now to begin with."""

    title = gettext_lazy("Naranjo's scale")
    hint = gettext_lazy(
        "What nobody knows stays at “do not know”: it counts 0, while “no” counts. Not made for allergy."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for item in NARANJO_ITEMS:
            self.fields[item] = forms.ChoiceField(
                label=_(MESSAGES[f"naranjo-{item}"]), choices=Answer.choices, initial=Answer.UNKNOWN, required=False
            )
        self.fields["note"] = NoteField(label=gettext_lazy("Note"), required=False)

    def new_entry(self) -> NewNaranjo:
        data = self.cleaned_data
        return NewNaranjo(answers={item: data[item] or Answer.UNKNOWN for item in NARANJO_ITEMS}, note=data["note"])
