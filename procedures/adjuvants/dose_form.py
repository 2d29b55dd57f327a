"""One dose of an adjuvant medicine, on a date or so many days before a desensitization."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.pages.fields import LineField
from procedures.adjuvants.entered import NewDose
from procedures.adjuvants.forms import AboutForm
from procedures.adjuvants.impossible import dose_problems
from procedures.choices import DayPrecision, DoseUnit
from procedures.models import AdjuvantDose, Particulars, Procedure
from reactions.choices import StartPrecision
from reactions.recording.fields import FigureField, WholeField
from reactions.recording.time_fields import PartDayField

Counted = Sequence[tuple[Procedure, Particulars]]
SameDay = Callable[[NewDose, UUID], AdjuvantDose | None]
#: As a day of a form is known, so a row keeps it.
KEPT = {StartPrecision.DAY: DayPrecision.DAY, StartPrecision.MONTH: DayPrecision.MONTH} | {
    StartPrecision.YEAR: DayPrecision.YEAR
}


class DoseForm(AboutForm):
    """A dose that was given."""

    dose = FigureField(label=gettext_lazy("Dose"), maximum=1_000_000)
    dose_unit = forms.ChoiceField(
        label=gettext_lazy("Unit of the dose"), choices=DoseUnit.choices, initial=DoseUnit.MG, required=False
    )
    given_on = PartDayField(
        label=gettext_lazy("Given on"),
        required=False,
        help_text=gettext_lazy("Or the month or year, if no more is known."),
    )
    days_before = WholeField(label=gettext_lazy("or: days before"), maximum=365)
    before = forms.ChoiceField(label=gettext_lazy("this desensitization"), required=False)
    note = LineField(label=gettext_lazy("Note"), required=False)
    twice = forms.BooleanField(label=gettext_lazy("It was given twice on this day"), required=False)

    def __init__(self, *args: Any, counted: Counted, same_day: SameDay, **options: Any) -> None:
        """`counted`: the procedures from which days can be counted; `same_day` finds a dose like it on its day."""
        super().__init__(*args, **options)
        self.same_day = same_day
        self.counted = {procedure.code: particulars for procedure, particulars in counted}
        told = [(each.code, f"{each.culprit} · {particulars.day_text}") for each, particulars in counted]
        self.fields["before"].choices = [("", "—"), *told]  # type: ignore[attr-defined]  # the stubs know the base field only

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("dose") is not None and not data.get("dose_unit") and "dose_unit" not in self.errors:
            self.add_error("dose_unit", _("Choose the unit of the dose."))
        data["day"] = self._day()
        if not self.errors:
            self.refuse(dose_problems(self.new_dose(), born=self.born, today=self.today))
        if not self.errors:
            self._ask_twice(self.same_day(self.new_dose(), data["entry_key"]))
        return data

    def visible_fields(self) -> list[forms.BoundField]:
        """Whether it was given twice is asked only where another dose stands on the day."""
        asks = "twice" in self.errors or bool(self["twice"].value())
        return [bound for bound in super().visible_fields() if bound.name != "twice" or asks]

    def _ask_twice(self, other: AdjuvantDose | None) -> None:
        """It can be true: it is ticked, and the note says why."""
        if other is None:
            return
        if not self.cleaned_data["twice"]:
            words = {"dose": other.told, "who": other.recorded_by}
            self.add_error(
                "twice", _("%(dose)s is recorded already, by %(who)s. If both were given, tick this.") % words
            )
        if not self.cleaned_data["note"]:
            self.add_error("note", _("Say why it was given twice on this day."))

    def new_dose(self) -> NewDose:
        """What was typed, as the service takes it."""
        data = self.cleaned_data
        day, precision = data["day"]
        unit = data["dose_unit"] if data["dose"] is not None else ""
        read: dict[str, Any] = {"dose": data["dose"], "dose_unit": unit, "note": data["note"]}
        return NewDose(given_on=day, given_precision=precision, **read, **self.about())

    def _day(self) -> tuple[date, str] | None:
        """The date with its precision, typed or counted; None where that is not possible."""
        data = self.cleaned_data
        typed, days, code = data.get("given_on"), data.get("days_before"), data.get("before")
        if {"given_on", "days_before", "before"} & set(self.errors):
            return None
        if typed is not None:
            if days is not None or code:
                self.add_error("days_before", _("Type the date or the days before a desensitization, not both."))
                return None
            return typed[0], KEPT[StartPrecision(typed[1])].value
        if days is None and not code:
            self.add_error("given_on", PartDayField.default_error_messages["required"])
        elif days is None:
            self.add_error("days_before", _("Type how many days before."))
        elif not code:
            self.add_error("before", _("Choose the desensitization from which the days are counted."))
        else:
            return self.counted[code].day - timedelta(days=days), DayPrecision.DAY.value
        return None
