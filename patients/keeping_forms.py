"""What people type to find records and to keep them right: checked, never saved here."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.pages.fields import DateField, EntryKeyField, LineField
from patients.forms import DatedForm, IdentityForm, refuse_future
from patients.models import CareState, Patient
from patients.services import NewPatient


class FindForm(forms.Form):
    """One box: names, number, birth date or code."""

    find = LineField(
        label=gettext_lazy("Find a patient"),
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off", "spellcheck": "false"}),
    )


class AmendForm(IdentityForm):
    """Who the patient is, as it should be; `version` tells what was seen when the form was opened."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2_000_000_000)

    @classmethod
    def opened(cls, patient: Patient) -> dict[str, Any]:
        """The initial values."""
        return {name: getattr(patient, name) for name in (*NewPatient.__dataclass_fields__, "version")}

    def reopened(self, version: int) -> "AmendForm":
        """The same form with what was typed, opened at another version."""
        typed = {name: self.data.get(name, "") for name in self.fields}
        return AmendForm(typed | {"version": str(version)}, today=self.today)


class ReasonForm(forms.Form):
    """Why."""

    entry_key = EntryKeyField()
    reason = LineField(label=gettext_lazy("Reason"))


class JoinForm(ReasonForm):
    """The other record of the same person; shown before it is confirmed."""

    other = LineField(label=gettext_lazy("Hospital number or code of the other record"))
    same_person = forms.BooleanField(label=gettext_lazy("I compared both: this is one person"), required=False)

    field_order = ("other", "reason", "same_person")


class StateForm(DatedForm):
    """In care, discharged or deceased."""

    state = forms.ChoiceField(label=gettext_lazy("State"), choices=[("", "—"), *CareState.choices])
    since = DateField(label=gettext_lazy("Since"))
    note = LineField(label=gettext_lazy("Note"), required=False)

    def __init__(self, *args: Any, born: date, **kwargs: Any) -> None:
        self.born = born
        super().__init__(*args, **kwargs)

    def clean_since(self) -> date:
        day = refuse_future(self.cleaned_data["since"], self.today)
        if day < self.born:
            raise forms.ValidationError(_("This date lies before the birth date."))
        return day
