"""A diagnosis, as it is typed."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.pages.fields import LineField
from patients.background.entered import NewCondition
from patients.background.entry_form import EntryForm
from patients.background_choices import (
    ConditionState,
)
from patients.rules.since import since_problem

SINCE_PROBLEMS = {
    "not_a_date": gettext_lazy("Type a year, a month or a day, such as 2017, 2017-05 or 2017-05-03."),
    "no_such_day": gettext_lazy("This is not in the calendar. Type a year, a month or a day, such as 2017-05."),
    "in_the_future": gettext_lazy("This lies in the future. Expected a day up to today."),
}


class ConditionForm(EntryForm):
    """A diagnosis."""

    title = gettext_lazy("Record a condition")
    hint = gettext_lazy("The same diagnosis recorded again, for example as resolved, replaces the entry before.")

    diagnosis = LineField(label=gettext_lazy("Diagnosis"))
    state = forms.ChoiceField(
        label=gettext_lazy("State"), choices=ConditionState.choices, initial=ConditionState.ACTIVE
    )
    since = LineField(
        label=gettext_lazy("Since"),
        required=False,
        widget=forms.TextInput(attrs={"placeholder": "YYYY-MM-DD", "autocomplete": "off", "maxlength": 10}),
        help_text=gettext_lazy("A year, a month or a day. Empty if nobody knows."),
    )

    def clean_since(self) -> str:
        since: str = self.cleaned_data["since"]
        problem = since_problem(since, today=self.today) if since else None
        if problem:
            raise forms.ValidationError(SINCE_PROBLEMS[problem])
        if since and since < self.patient.birth_date.isoformat()[: len(since)]:
            raise forms.ValidationError(_("This date lies before the birth date."))
        return since

    def new_entry(self) -> NewCondition:
        return self.entered(NewCondition)
