"""The end of a treatment line, as it is typed."""

from datetime import date

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.pages.fields import DateField
from patients.background.entered import NewLineEnd
from patients.background.line_choice import OfLineForm


class LineEndForm(OfLineForm):
    """The end of a line."""

    title = gettext_lazy("End a treatment line")

    ended_on = DateField(label=gettext_lazy("Ended on"))

    def clean_ended_on(self) -> date | None:
        day, line = self.past_day("ended_on"), self.cleaned_data.get("line")
        if day and line and line.started_on and day < line.started_on:
            raise forms.ValidationError(
                _("The line started on %(date)s.") % {"date": line.started_on.isoformat()}, code="before_start"
            )
        return day

    def new_entry(self) -> NewLineEnd:
        return self.entered(NewLineEnd)
