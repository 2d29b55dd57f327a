"""A row of the sheet for one premedication."""

from datetime import datetime
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.pages.fields import LineField
from procedures.recording.day_clock import DayClockField
from procedures.recording.entered import NewPremedication
from procedures.recording.row_form import RowForm
from reactions.choices import TreatmentUnit
from reactions.recording.choice_fields import WordField
from reactions.recording.fields import FigureField

YES_NO = [("yes", gettext_lazy("given")), ("no", gettext_lazy("not given"))]


class PremedicationForm(RowForm):
    """One premedication; the ordered ones stand there and are answered, others are typed."""

    medicine = LineField(label=gettext_lazy("Medicine"), required=False)
    dose = FigureField(label=gettext_lazy("Dose"), maximum=1_000_000)
    dose_unit = forms.ChoiceField(
        label=gettext_lazy("Unit"), choices=[("", "—"), *TreatmentUnit.choices], required=False
    )
    route = LineField(label=gettext_lazy("Route"), required=False, max_length=20)
    given = WordField(label=gettext_lazy("Given?"), words=YES_NO)
    at = DayClockField(label=gettext_lazy("Time"))
    why_not = LineField(label=gettext_lazy("Why not"), required=False)

    def __init__(self, *args: Any, ordered: bool = False, **options: Any) -> None:
        """`ordered`: without an answer nothing of it is recorded, whatever stands in the row."""
        super().__init__(*args, **options)
        self.ordered = ordered

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        others = any(data.get(name) not in ("", None) for name in ("dose", "given", "at", "why_not"))
        if not data.get("medicine") and others and "medicine" not in self.errors:
            self.add_error("medicine", _("Type the medicine; the rest alone says nothing."))
        if data.get("dose") is not None and not data.get("dose_unit") and "dose_unit" not in self.errors:
            self.add_error("dose_unit", _("Choose the unit of the dose."))
        if data.get("why_not") and data.get("given") != "no":
            self.add_error("given", _("A reason why not belongs to “not given”."))
        return data

    @property
    def is_changed_unanswered(self) -> bool:
        """Whether what was ordered was typed over, and nobody said whether it was given."""
        data = self.cleaned_data
        if not self.ordered or not data.get("medicine") or data.get("given") or data.get("at"):
            return False
        ordered, typed = self.initial.get("dose"), data.get("dose")
        same_dose = typed is None if ordered is None else typed is not None and Fraction(typed) == Fraction(ordered)
        words = ("medicine", "dose_unit", "route")
        return not same_dose or any(data.get(name, "") != self.initial.get(name, "") for name in words)

    def new_premedication(self, *, at: datetime | None, all_given: bool) -> NewPremedication | None:
        """What was typed; None where nothing is recorded of it."""
        data = self.cleaned_data
        answer = data.get("given") or ("yes" if all_given or not self.ordered or data.get("at") else "")
        if not data.get("medicine") or not answer:
            return None
        dose = data.get("dose")
        return NewPremedication(
            medicine=data["medicine"],
            at=at,
            dose=dose,
            dose_unit=data.get("dose_unit", "") if dose is not None else "",
            route=data.get("route", ""),
            given=answer == "yes",
            why_not=data.get("why_not", ""),
        )
