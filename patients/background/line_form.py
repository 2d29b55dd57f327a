"""A treatment line, as it is typed."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.pages.fields import DateField, LineField, NumberField
from patients.background.entered import NewLine
from patients.background.entry_form import NO_CHOICE, EntryForm
from patients.background.selectors import active_diagnoses
from patients.background_choices import (
    Intention,
)

MOST_CYCLE_DAYS = 366


class LineForm(EntryForm):
    """A treatment line; its drugs follow one by one."""

    title = gettext_lazy("Record a treatment line")
    hint = gettext_lazy("The ordered dose of each drug is recorded afterwards.")
    told = gettext_lazy("Recorded. Next: the ordered dose of each drug.")

    diagnosis = LineField(label=gettext_lazy("Diagnosis"))
    regimen = LineField(label=gettext_lazy("Regimen"))
    cycle_days = NumberField(label=gettext_lazy("From cycle to cycle"), unit="days", required=False)
    intention = forms.ChoiceField(
        label=gettext_lazy("Intention"), choices=[NO_CHOICE, *Intention.choices], required=False
    )
    oncologist = LineField(label=gettext_lazy("Oncologist"), required=False)
    started_on = DateField(label=gettext_lazy("Started on"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        diagnoses = active_diagnoses(self.ids)
        self.initial.setdefault("diagnosis", diagnoses[0] if len(diagnoses) == 1 else "")

    def clean_cycle_days(self) -> int | None:
        days: Decimal | None = self.cleaned_data["cycle_days"]
        if days is None:
            return None
        if days != int(days) or not 1 <= days <= MOST_CYCLE_DAYS:
            raise forms.ValidationError(_("Type a whole number of days from 1 to %d.") % MOST_CYCLE_DAYS)
        return int(days)

    def clean_started_on(self) -> date | None:
        return self.past_day("started_on")

    def new_entry(self) -> NewLine:
        return self.entered(NewLine)
