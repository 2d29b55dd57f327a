"""Entries with figures: ordered doses and dated values."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.numbers.quantity import Quantity
from desens.pages.fields import DateField, LineField, NumberField
from patients.background.entered import NewDose, NewValue
from patients.background.forms import NO_CHOICE, EntryForm, OfLineForm
from patients.background_choices import Basis, DoseUnit, ValueKind
from patients.rules.dated_values import KINDS, bounds_in, is_possible, is_usual

DECIMALS, LARGEST = 6, 1_000_000
PLAIN_NUMBER = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "spellcheck": "false"})


class FigureField(NumberField):
    """A figure above zero whose unit stands in another field; at most 6 decimals are kept."""

    def __init__(self, **options: Any) -> None:
        super().__init__(unit="", widget=PLAIN_NUMBER, **options)

    def to_python(self, value: Any) -> Decimal | None:
        """The exact figure; ValidationError with what is expected."""
        number = super().to_python(value)
        if number is not None and (not 0 < number <= LARGEST or number != round(number, DECIMALS)):
            most = Quantity.of(LARGEST, "").number
            raise forms.ValidationError(
                _("Type a number above 0, at most %(most)s, with at most 6 decimals.") % {"most": most}
            )
        return number


class DoseForm(OfLineForm):
    """What was ordered of one drug, and how it was computed."""

    title = gettext_lazy("Record an ordered dose")
    hint = gettext_lazy("As the oncologist ordered it. What is not known stays empty.")

    drug = LineField(label=gettext_lazy("Drug"))
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


def _measured() -> list[tuple[str, str]]:
    """Each kind in each of its units: what is chosen names both."""
    return [
        (f"{kind} {unit}", f"{label}, {Quantity.of(0, unit).unit_text}")
        for kind, label in ValueKind.choices
        for unit in KINDS[kind].units
    ]


class ValueForm(EntryForm):
    """A dated value; an unusual one asks for confirmation before it is kept."""

    title = gettext_lazy("Record a value")

    measured = forms.ChoiceField(label=gettext_lazy("What, in which unit"), choices=lambda: [NO_CHOICE, *_measured()])
    value = FigureField(label=gettext_lazy("Value"))
    measured_on = DateField(label=gettext_lazy("Measured on"))
    confirmed = forms.BooleanField(label=gettext_lazy("I confirm that this was measured"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asks_confirmation = False
        self.initial.setdefault("measured_on", self.today)

    def shown(self) -> Any:
        """The confirmation only where it is asked for."""
        return (bound for bound in super().shown() if self._is_shown(bound))

    def _is_shown(self, bound: BoundField) -> bool:
        return bound.name != "confirmed" or self.asks_confirmation

    def clean_measured_on(self) -> date | None:
        return self.past_day("measured_on")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("measured") and data.get("value") is not None:
            data["kind"], data["unit"] = data["measured"].split()
            figure = {"kind": data["kind"], "value": data["value"], "unit": data["unit"]}
            if not is_possible(**figure):
                self.add_error("value", _("Expected a value from %(least)s to %(greatest)s.") % _bounds(**figure))
            elif not is_usual(**figure) and not data.get("confirmed"):
                self.asks_confirmation = True
                words = _("%(value)s is unusual. Check the unit; correct it, or confirm that it was measured.")
                self.add_error("value", words % {"value": Quantity.of(data["value"], data["unit"])})
        return data

    def new_entry(self) -> NewValue:
        return self.entered(NewValue)


def _bounds(*, kind: str, value: Decimal, unit: str) -> dict[str, Quantity]:
    least, greatest = bounds_in(unit, KINDS[kind].possible)
    return {"least": Quantity.of(least, unit), "greatest": Quantity.of(greatest, unit)}
