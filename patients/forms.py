"""What people type about a patient: checked, never saved here."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.numbers.quantity import Quantity
from desens.pages.fields import DateField, EntryKeyField, LineField, NumberField
from patients.models import LabelStatus, Sex
from patients.names import number_key
from patients.rules.age import age_in_years, birth_date_problem
from patients.rules.plausibility import POSSIBLE, UNITS, doubt
from patients.selectors import MeasuredValue
from patients.services import NewLabel, NewMeasurement, NewPatient

BIRTH_DATE_PROBLEMS = {
    "in_the_future": gettext_lazy("The birth date lies in the future. Expected a day up to today."),
    "too_long_ago": gettext_lazy("The birth date lies more than 125 years back. Check the year."),
}
DOUBTS = {
    "unusual": gettext_lazy("%(value)s is unusual for this age. Correct it, or confirm that it was measured."),
    "changed": gettext_lazy(
        "%(value)s differs by more than 20 %% from %(before)s of %(date)s. Correct it, or confirm that it was measured."
    ),
}


def refuse_future(day: date, today: date) -> date:
    """The day itself; a ValidationError when it has not come yet."""
    if day > today:
        raise forms.ValidationError(_("This date lies in the future. Expected a day up to today."))
    return day


class DayForm(forms.Form):
    """A form that knows which day it is (in the hospital's zone)."""

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        self.today = today
        super().__init__(*args, **kwargs)


class DatedForm(DayForm):
    """A form that is accepted once."""

    entry_key = EntryKeyField()


class IdentityForm(DayForm):
    """Who a patient is."""

    family_name = LineField(label=gettext_lazy("Family name"))
    given_name = LineField(label=gettext_lazy("Given name"))
    birth_date = DateField(label=gettext_lazy("Birth date"))
    sex = forms.ChoiceField(label=gettext_lazy("Sex"), choices=[("", "—"), *Sex.choices])
    hospital_number = LineField(label=gettext_lazy("Hospital number"), max_length=40)

    def clean_birth_date(self) -> date:
        born: date = self.cleaned_data["birth_date"]
        problem = birth_date_problem(born=born, on=self.today)
        if problem:
            raise forms.ValidationError(BIRTH_DATE_PROBLEMS[problem])
        return born

    def clean_hospital_number(self) -> str:
        number: str = self.cleaned_data["hospital_number"]
        if not number_key(number):
            raise forms.ValidationError(_("Expected the number on the patient's wristband or letter."))
        return number

    def number_taken(self, address: str) -> None:
        """Refuse: the number belongs to the patient at this address."""
        message = format_html(
            '{} <a href="{}">{}</a>', _("A patient with this hospital number exists:"), address, _("open that patient")
        )
        self.add_error("hospital_number", message)

    def new_patient(self) -> NewPatient:
        data = self.cleaned_data
        return NewPatient(**{name: data[name] for name in NewPatient.__dataclass_fields__})


class MeasuringForm(DatedForm):
    """A form with measurements; an unusual one asks for confirmation before it is kept."""

    confirmed = forms.BooleanField(label=gettext_lazy("I confirm that this was measured"), required=False)
    asks_confirmation = False

    def check_measured(self, kind: str, *, born: date | None, day: date | None, last: MeasuredValue | None) -> None:
        """Add the error of an impossible value, or of an unusual one that is not confirmed."""
        value = self.cleaned_data.get(kind)
        if value is None:
            return
        bounds = POSSIBLE[kind]
        if not bounds.hold(value) or value != round(value, 3):
            least, greatest = Quantity.of(bounds.least, UNITS[kind]), Quantity.of(bounds.greatest, UNITS[kind])
            message = _("Expected a value from %(least)s to %(greatest)s with at most 3 decimals.")
            self.add_error(kind, message % {"least": least, "greatest": greatest})
        elif born and day and not self.cleaned_data.get("confirmed"):
            self._check_usual(kind, value, age_years=age_in_years(born=born, on=day), last=last)

    def _check_usual(self, kind: str, value: Decimal, *, age_years: int, last: MeasuredValue | None) -> None:
        reason = doubt(kind=kind, value=value, age_years=age_years, before=last.quantity.value if last else None)
        if reason:
            self.asks_confirmation = True
            self.add_error(kind, DOUBTS[reason] % _doubt_values(Quantity.of(value, UNITS[kind]), last))


class MeasurementForm(MeasuringForm):
    """Weight, height or both."""

    weight = NumberField(label=gettext_lazy("Weight"), unit="kg", required=False)
    height = NumberField(label=gettext_lazy("Height"), unit="cm", required=False)
    measured_on = DateField(label=gettext_lazy("Measured on"))

    def __init__(self, *args: Any, born: date, before: dict[str, MeasuredValue | None], **kwargs: Any) -> None:
        self.born, self.before = born, before
        super().__init__(*args, **kwargs)

    def clean_measured_on(self) -> date:
        day = refuse_future(self.cleaned_data["measured_on"], self.today)
        if day < self.born:
            raise forms.ValidationError(_("This date lies before the birth date."))
        return day

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        day = data.get("measured_on")
        for kind in UNITS:
            self.check_measured(kind, born=self.born, day=day, last=self.before[kind])
        if not self.errors and data.get("weight") is data.get("height") is None:
            self.add_error("weight", _("Type a weight, a height, or both."))
        return data

    def new_measurements(self) -> list[NewMeasurement]:
        data = self.cleaned_data
        return [
            NewMeasurement(kind=kind, value=data[kind], measured_on=data["measured_on"])
            for kind in UNITS
            if data[kind] is not None
        ]


def _doubt_values(value: Quantity, last: MeasuredValue | None) -> dict[str, Any]:
    return {"value": value, "before": last and last.quantity, "date": last and last.measured_on.isoformat()}


class AllergyForm(DatedForm):
    """A label for one substance, from a day since the birth on."""

    substance = LineField(label=gettext_lazy("Drug or substance"))
    status = forms.ChoiceField(label=gettext_lazy("Status"), choices=[("", "—"), *LabelStatus.choices])
    reaction = LineField(label=gettext_lazy("What happened"), required=False)
    noted_on = DateField(label=gettext_lazy("Since"))

    def __init__(self, *args: Any, born: date, **kwargs: Any) -> None:
        self.born = born
        super().__init__(*args, **kwargs)

    def clean_noted_on(self) -> date:
        day = refuse_future(self.cleaned_data["noted_on"], self.today)
        if day < self.born:
            raise forms.ValidationError(_("This date lies before the birth date."))
        return day

    def new_label(self) -> NewLabel:
        data = self.cleaned_data
        return NewLabel(**{name: data[name] for name in NewLabel.__dataclass_fields__})


class NoKnownAllergiesForm(DatedForm):
    """The statement that none is known, today."""
