"""The form on which a grade is decided after the reaction was recorded."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.pages.fields import EntryKeyField, LineField
from reactions.recording.decision_form import NO_GRADE
from reactions.recording.entered import NewDecision
from reactions.recording.proposing import Proposal
from reactions.recording.scales import grade_texts


class GradeForm(forms.Form):
    """A grade on one scale, decided after the reaction was recorded."""

    entry_key = EntryKeyField()
    grade = forms.ChoiceField(label=gettext_lazy("Your grade"), widget=forms.RadioSelect)
    grade_reason = LineField(label=gettext_lazy("Reason, where it differs from the proposal"), required=False)

    def __init__(self, *args: Any, proposal: Proposal, **kwargs: Any) -> None:
        self.proposal = proposal
        super().__init__(*args, **kwargs)
        grades: Any = self.fields["grade"]
        grades.choices = [
            (NO_GRADE if grade is None else str(grade), text) for grade, text in grade_texts(proposal.scale)
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        differs = "grade" in data and self._decided != self.proposal.grade
        if differs and not data.get("grade_reason") and "grade_reason" not in self.errors:
            message = _("%(scale)s proposes %(proposed)s. Say why you decide otherwise.")
            self.add_error("grade_reason", message % {"scale": self.proposal.name, "proposed": self.proposal.text})
        return data

    def new_decision(self) -> NewDecision:
        """What was decided."""
        reason = self.cleaned_data["grade_reason"]
        return NewDecision(scale=self.proposal.scale.value, decided=self._decided, reason=reason)

    @property
    def _decided(self) -> int | None:
        typed = self.cleaned_data["grade"]
        return None if typed == NO_GRADE else int(typed)
