"""Interfering medicines, as they are typed."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.pages.fields import DateField, LineField
from drugs.fields import NamedField
from patients.background.entered import NewMedicine
from patients.background.entry_form import NO_CHOICE, EntryForm
from patients.background.selectors import medicine_of
from patients.background_choices import (
    Intake,
    MedicineClass,
)
from patients.forms import DatedForm

DATED = (Intake.STOPPED, Intake.TAKEN)


class MedicineForm(EntryForm):
    """A medicine that bears on tests or treatment."""

    title = gettext_lazy("Record a medicine")
    hint = gettext_lazy("The same name recorded again, for example as stopped, replaces the entry before.")

    medicine_class = forms.ChoiceField(label=gettext_lazy("Class"), choices=[NO_CHOICE, *MedicineClass.choices])
    name = NamedField(label=gettext_lazy("Name"))
    dose = LineField(label=gettext_lazy("Dose"), required=False)
    intake = forms.ChoiceField(label=gettext_lazy("Last intake"), choices=[NO_CHOICE, *Intake.choices])
    last_intake_on = DateField(
        label=gettext_lazy("Date of the last intake"),
        required=False,
        help_text=gettext_lazy("With “stopped on” and “last taken on”."),
    )
    decision = LineField(
        label=gettext_lazy("Decided for the desensitization"),
        required=False,
        help_text=gettext_lazy("For a beta-blocker and an ACE inhibitor: hold or continue, and who decided."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Filled with the medicine whose key stands in `initial["of"]`: what is known is not typed again."""
        super().__init__(*args, **kwargs)
        before = medicine_of(self.ids, self.initial.get("of", ""))
        if before is not None:
            self.initial.update({name: getattr(before, name) for name in NewMedicine.__dataclass_fields__})

    def clean_last_intake_on(self) -> date | None:
        return self.past_day("last_intake_on")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        intake, day = data.get("intake"), data.get("last_intake_on")
        if intake in DATED and day is None and "last_intake_on" not in self.errors:
            self.add_error("last_intake_on", _("Type the date, or choose “last intake not known”."))
        if intake and intake not in DATED and day is not None:
            self.add_error("last_intake_on", _("A date goes with “stopped on” or “last taken on” only."))
        return data

    def new_entry(self) -> NewMedicine:
        return self.entered(NewMedicine)


class NoMedicinesForm(DatedForm):
    """The statement that none of the medicines is taken, today."""
