"""Entries that bear on a desensitization: risk factors and interfering medicines."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.pages.fields import DateField, LineField
from patients.background.entered import NewMedicine, NewRisk
from patients.background.forms import NO_CHOICE, EntryForm
from patients.background.selectors import medicine_of, standing_risks
from patients.background_choices import Intake, MedicineClass, Presence, RiskKind
from patients.forms import DatedForm

DATED = (Intake.STOPPED, Intake.TAKEN)


class RiskForm(EntryForm):
    """All risk factors on one form: what was asked for is recorded, what is left empty stays as it is."""

    title = gettext_lazy("Record risk factors")
    hint = gettext_lazy("“Absent” means: asked for and not found. What is left at — is not changed.")
    in_pairs = True

    noted_on = DateField(label=gettext_lazy("Asked on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("noted_on", self.today)
        standing = standing_risks(self.ids)
        for kind, label in RiskKind.choices:
            row = standing.get(kind)
            self.fields[kind] = forms.ChoiceField(
                label=label,
                choices=[NO_CHOICE, *Presence.choices],
                required=False,
                help_text=_("now: %(state)s (%(date)s)")
                % {"state": row.get_presence_display(), "date": row.noted_on.isoformat()}
                if row
                else _("now: not recorded"),
            )
            self.fields[f"{kind}_detail"] = LineField(label=_("%(risk)s: details") % {"risk": label}, required=False)

    def clean_noted_on(self) -> date | None:
        return self.past_day("noted_on")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for kind in RiskKind:
            if data.get(f"{kind}_detail") and not data.get(kind) and kind not in self.errors:
                self.add_error(kind, _("Choose present or absent: details alone say neither."))
        if data.get(RiskKind.OTHER_EXCIPIENT) == Presence.PRESENT and not data.get(
            f"{RiskKind.OTHER_EXCIPIENT}_detail"
        ):
            self.add_error(f"{RiskKind.OTHER_EXCIPIENT}_detail", _("Name the excipient."))
        if not self.errors and not any(data.get(kind) for kind in RiskKind):
            self.add_error(RiskKind.ASTHMA, _("Nothing was chosen: say present or absent for at least one."))
        return data

    def new_entry(self) -> list[NewRisk]:
        return list(self._chosen())

    def _chosen(self) -> Iterator[NewRisk]:
        data = self.cleaned_data
        for kind in RiskKind:
            if data[kind]:
                yield NewRisk(
                    factor=kind, presence=data[kind], detail=data[f"{kind}_detail"], noted_on=data["noted_on"]
                )


class MedicineForm(EntryForm):
    """A medicine that bears on tests or treatment."""

    title = gettext_lazy("Record a medicine")
    hint = gettext_lazy("The same name recorded again, for example as stopped, replaces the entry before.")

    medicine_class = forms.ChoiceField(label=gettext_lazy("Class"), choices=[NO_CHOICE, *MedicineClass.choices])
    name = LineField(label=gettext_lazy("Name"))
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
