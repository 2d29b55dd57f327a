"""The grade that a person decides, beside the proposal: chosen without typing, a reason only where it differs."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.pages.fields import LineField
from reactions.choices import Scale
from reactions.recording.entered import NewDecision
from reactions.recording.proposing import Proposal

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
