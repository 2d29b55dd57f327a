"""The grade that a person decides, beside the proposal: chosen without typing, a reason only where it differs."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.pages.fields import EntryKeyField, LineField
from reactions.choices import Scale
from reactions.recording.entered import NewDecision
from reactions.recording.proposing import Proposal
from reactions.recording.scales import grade_texts

UNDECIDED = ("", gettext_lazy("not yet decided"))
NO_GRADE = "none"


class DecisionFields(forms.Form):
    """The Brown grade, on the page of the reaction."""

    scale = forms.ChoiceField(
        label=gettext_lazy("Scale"),
        choices=[(scale.value, scale.label) for scale in (Scale.BROWN, Scale.BROWN_TAXANES)],
        required=False,
    )
    grade = forms.ChoiceField(
        label=gettext_lazy("Your grade"),
        choices=[UNDECIDED, ("1", "1"), ("2", "2"), ("3", "3"), (NO_GRADE, gettext_lazy("no grade"))],
        widget=forms.RadioSelect,
        required=False,
    )
    grade_reason = LineField(label=gettext_lazy("Reason, where it differs from the proposal"), required=False)

    def check_decision(self, proposal: Proposal) -> None:
        """Add the error of a grade that differs without a reason."""
        new = self.new_decision()
        if new is not None and new.decided != proposal.grade and not new.reason:
            proposed = {"proposed": proposal.text, "scale": proposal.name}
            self.add_error(
                "grade_reason", _("%(scale)s proposes %(proposed)s. Say why you decide otherwise.") % proposed
            )

    def new_decision(self) -> NewDecision | None:
        """What was decided, None where nothing was."""
        data = self.cleaned_data
        grade = data.get("grade")
        if not grade:
            return None
        return NewDecision(
            scale=data.get("scale") or Scale.BROWN.value,
            decided=None if grade == NO_GRADE else int(grade),
            reason=data.get("grade_reason", ""),
        )


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
