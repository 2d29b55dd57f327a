"""A graded challenge, after it was done."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from desens.pages.fields import DateField, LineField, NoteField
from patients.background.entry_form import NO_CHOICE, EntryForm
from reactions.assessing.entered import NewChallenge
from reactions.assessment_choices import ChallengeResult


class ChallengeForm(EntryForm):
    """The day, what was given, what it showed."""

    title = gettext_lazy("Record a graded challenge")
    hint = gettext_lazy("A reaction during it is recorded as a reaction of its own, too.")

    done_on = DateField(label=gettext_lazy("Done on"))
    result = forms.ChoiceField(label=gettext_lazy("Result"), choices=[NO_CHOICE, *ChallengeResult.choices])
    doses = LineField(
        label=gettext_lazy("What was given"),
        required=False,
        help_text=gettext_lazy("For example: 1\u00a0%, 10\u00a0%, then the rest, 30\u00a0minutes apart."),
    )
    note = NoteField(label=gettext_lazy("Note"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("done_on", self.today)

    def clean_done_on(self) -> date | None:
        return self.past_day("done_on")

    def new_entry(self) -> NewChallenge:
        return self.entered(NewChallenge)
