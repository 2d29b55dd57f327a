"""An ordered dose, as it is typed."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.pages.fields import LineField
from drugs.fields import NamedField
from patients.background.entered import NewDose
from patients.background.entry_form import NO_CHOICE
from patients.background.figure_field import FigureField
from patients.background.line_choice import OfLineForm
from patients.background_choices import (
    Basis,
    DoseUnit,
)


class DoseForm(OfLineForm):
    """What was ordered of one drug, and how it was computed."""

    title = gettext_lazy("Record an ordered dose")
    hint = gettext_lazy("As the oncologist ordered it. What is not known stays empty.")

    drug = NamedField(label=gettext_lazy("Drug"))
    amount = FigureField(label=gettext_lazy("Ordered amount"), required=False)
    unit = forms.ChoiceField(label=gettext_lazy("Unit"), choices=[NO_CHOICE, *DoseUnit.choices], required=False)
    basis = forms.ChoiceField(
        label=gettext_lazy("How it was computed"), choices=[NO_CHOICE, *Basis.choices], required=False
    )
    factor = FigureField(
        label=gettext_lazy("Amount per kg or per m², or target AUC"),
        required=False,
        help_text=gettext_lazy("In the unit above; the AUC in mg·min/mL."),
    )
    inputs = LineField(
        label=gettext_lazy("With which values"),
        required=False,
        help_text=gettext_lazy("Such as the weight, the surface, the creatinine and the formula of the order."),
    )

    field_order = ("line", "drug", "amount", "unit", "basis", "factor", "inputs")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        basis, figures = data.get("basis"), [data.get("amount"), data.get("factor")]
        if basis == Basis.AUC and not data.get("unit"):
            data["unit"] = DoseUnit.MG.value
        if basis == Basis.AUC and data.get("unit") != DoseUnit.MG:
            self.add_error("unit", _("A dose by AUC is ordered in mg."))
        if any(figures) and not data.get("unit"):
            self.add_error("unit", _("Choose the unit of the amount."))
        if not any(figures):
            data["unit"] = ""
        self._check_factor(basis, data.get("factor"))
        return data

    def _check_factor(self, basis: str | None, factor: Decimal | None) -> None:
        computed = basis in (Basis.PER_KG, Basis.PER_M2, Basis.AUC)
        if computed and factor is None and "factor" not in self.errors:
            self.add_error("factor", _("Type the amount per kg or per m², or the target AUC."))
        if not computed and factor is not None and "basis" not in self.errors:
            self.add_error("basis", _("Choose what the amount belongs to: per kg, per m² or AUC."))

    def new_entry(self) -> NewDose:
        return self.entered(NewDose)
