"""Registration: who it is, and on the same screen what is known already, so that one form is enough."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.pages.fields import LineField, NumberField
from patients.forms import IdentityForm, MeasuringForm
from patients.models import LabelStatus
from patients.services import FirstEntries, NewLabel, NewMeasurement


class RegisterForm(IdentityForm, MeasuringForm):
    """A new patient; weight and one allergy, or that none is known, may follow later as well."""

    weight = NumberField(label=gettext_lazy("Weight, measured today"), unit="kg", required=False)
    substance = LineField(label=gettext_lazy("Drug allergy: drug or substance"), required=False)
    status = forms.ChoiceField(label=gettext_lazy("Status"), choices=[("", "—"), *LabelStatus.choices], required=False)
    none_known = forms.BooleanField(
        label=gettext_lazy("The patient was asked: no known drug allergies"), required=False
    )
    another_person = forms.BooleanField(label=gettext_lazy("This is another person: register"), required=False)

    field_order = ("family_name", "given_name", "birth_date", "sex", "hospital_number")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["family_name"].widget.attrs["autofocus"] = not self.is_bound

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        self.check_measured("weight", born=data.get("birth_date"), day=self.today, last=None)
        substance, status = data.get("substance"), data.get("status")
        if substance and not status and "status" not in self.errors:
            self.add_error("status", _("Choose how sure the allergy is."))
        if status and not substance and "substance" not in self.errors:
            self.add_error("substance", _("Type the drug or substance of this status."))
        if data.get("none_known") and (substance or status):
            self.add_error("none_known", _("An allergy is typed above. Clear one of the two."))
        return data

    def first_entries(self) -> FirstEntries:
        """What is known already."""
        return FirstEntries(measured=self._measured(), label=self._label(), none_known_on=self._none_known_on())

    def _measured(self) -> list[NewMeasurement]:
        weight_kg = self.cleaned_data["weight"]
        if weight_kg is None:
            return []
        return [NewMeasurement(kind="weight", value=weight_kg, measured_on=self.today)]

    def _label(self) -> NewLabel | None:
        substance, status = self.cleaned_data["substance"], self.cleaned_data["status"]
        return NewLabel(substance=substance, status=status, reaction="", noted_on=self.today) if substance else None

    def _none_known_on(self) -> date | None:
        return self.today if self.cleaned_data["none_known"] else None
