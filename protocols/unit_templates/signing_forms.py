"""The forms by which a finding is signed once: for which drug and dose, and the signature."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.access.signing import SigningForm
from desens.numbers.write import shown_in_full
from desens.pages.fields import EntryKeyField, LineField, NumberField
from drugs.models import Drug
from drugs.selectors import intravenous_drugs
from protocols.unit_templates.signing_services import NewSignOff


class UseForm(forms.Form):
    """For which drug and dose the template's own schedule is judged."""

    drug = forms.ChoiceField(label=gettext_lazy("Drug"))

    def __init__(self, *args: Any, unit: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = intravenous_drugs()
        self.drug_rows: dict[str, Drug] = {row.name_key: row for row, _shown in offered}
        drug = self.fields["drug"]
        assert isinstance(drug, forms.ChoiceField)  # noqa: S101 - narrows the type
        drug.choices = [("", "—"), *((row.name_key, shown) for row, shown in offered)]
        self.fields["dose"] = NumberField(label=gettext_lazy("Target dose"), unit=unit)

    def clean_dose(self) -> Decimal:
        dose: Decimal = self.cleaned_data["dose"]
        if dose == 0 or not shown_in_full(dose):
            raise forms.ValidationError(_("Type a number above 0 that can be shown in full."))
        return dose

    @property
    def chosen(self) -> Drug:
        """The chosen drug of a valid form."""
        return self.drug_rows[self.cleaned_data["drug"]]

    @property
    def typed_dose(self) -> Fraction:
        """The typed dose of a valid form."""
        return Fraction(self.cleaned_data["dose"])


class SignOnceForm(SigningForm):
    """One finding, as it was shown, signed with the password and a reason."""

    entry_key = EntryKeyField()
    code = forms.CharField(widget=forms.HiddenInput, max_length=50)
    places = forms.CharField(widget=forms.HiddenInput, max_length=2000)
    reason = LineField(label=gettext_lazy("Reason"))

    field_order = ("entry_key", "code", "places", "reason", "password")

    def new_sign_off(self, *, drug: Drug, dose: Fraction) -> NewSignOff:
        """What was signed, as the service takes it."""
        data = self.cleaned_data
        places = tuple(data["places"].split(", "))
        return NewSignOff(drug=drug, dose=dose, code=data["code"], places=places, reason=data["reason"])
