"""What was ordered and how it is to be computed, as the prescriber chooses it; nothing of it is saved here."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.numbers.quantity import Quantity
from desens.numbers.sentences import figures_kept
from desens.pages.fields import DateField, LineField, NumberField
from desens.unit.definitions.doses import MINIMUM_CREATININE
from desens.unit.kinds import Choice
from desens.unit.selectors import UnitSettings
from protocols.dose_order_field import UNIT
from protocols.engine.dosing import FDA_CAP_ML_MIN, Auc, Basis, DatedFigure, Flat, PerKg, PerM2

BASES = [
    ("flat", gettext_lazy("mg, one amount for everybody")),
    ("per_kg", gettext_lazy("mg per kg of body weight")),
    ("per_m2", gettext_lazy("mg per m² of body surface")),
    ("auc", gettext_lazy("AUC in mg·min/mL (carboplatin)")),
]
FORMULAE = [("mosteller", "Mosteller"), ("dubois", "DuBois")]
FILTRATIONS = [
    ("estimated", gettext_lazy("estimated by Cockcroft-Gault")),
    ("measured", gettext_lazy("measured")),
]
WEIGHTS = [
    ("actual", gettext_lazy("actual weight")),
    ("adjusted-from-25", gettext_lazy("adjusted weight from a body mass index of 25 on (NCCN)")),
    ("adjusted", gettext_lazy("adjusted weight")),
    ("ideal", gettext_lazy("ideal weight")),
]
CAPS = [("125", gettext_lazy("125\u00a0mL/min (FDA)")), ("none", gettext_lazy("not capped"))]
STEPS = [(step, str(Quantity.of(Fraction(step), UNIT))) for step in ("0.01", "0.1", "1", "5", "10", "50")]


class DoseForm(forms.Form):
    """Basis and amount; what a surface or an AUC is computed with; the step of the rounding."""

    basis = forms.ChoiceField(label=gettext_lazy("Ordered as"), choices=[("", "—"), *BASES])
    amount = NumberField(label=gettext_lazy("Amount, as ordered"), unit="")
    step = forms.ChoiceField(label=gettext_lazy("Round to steps of"), choices=STEPS, initial="1")
    formula = forms.ChoiceField(label=gettext_lazy("Body surface by"), choices=FORMULAE, initial="mosteller")
    most_m2 = NumberField(label=gettext_lazy("Greatest body surface"), unit="m²", maximum=5, required=False)
    filtration = forms.ChoiceField(label=gettext_lazy("GFR"), choices=FILTRATIONS, initial="estimated")
    weight = forms.ChoiceField(label=gettext_lazy("Weight for the estimate"), choices=WEIGHTS, initial="actual")
    least_creatinine = forms.ChoiceField(label=gettext_lazy("Lower creatinine is computed as"))
    cap = forms.ChoiceField(label=gettext_lazy("An estimated GFR is capped at"), choices=CAPS, initial="125")
    gfr = NumberField(label=gettext_lazy("Measured GFR"), unit="mL/min", maximum=400, required=False)
    gfr_on = DateField(label=gettext_lazy("GFR measured on"), required=False)

    def __init__(self, *args: Any, unit: UnitSettings, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        least, kind = self.fields["least_creatinine"], MINIMUM_CREATININE.kind
        assert isinstance(least, forms.ChoiceField) and isinstance(kind, Choice)  # noqa: S101, PT018 - narrows the types
        least.choices = [(value, figures_kept(str(words))) for value, words in kind.options.items()]
        least.initial = unit[MINIMUM_CREATININE]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for name in ("amount", "most_m2", "gfr"):
            if data.get(name) == 0:
                self.add_error(name, _("Type a number above 0."))
        if data.get("basis") == "auc" and data.get("filtration") == "measured":
            self._check_measured(data)
        return data

    def _check_measured(self, data: dict[str, Any]) -> None:
        day = data.get("gfr_on")
        if data.get("gfr") is None and "gfr" not in self.errors:
            self.add_error("gfr", _("Type the measured GFR."))
        if day is None and "gfr_on" not in self.errors:
            self.add_error("gfr_on", _("Type the day on which it was measured."))
        elif day is not None and day > self.today:
            self.add_error("gfr_on", _("Type a day that is not in the future."))

    def basis_ordered(self) -> Basis:
        """What the engine computes from a valid form."""
        data, amount = self.cleaned_data, Fraction(self.cleaned_data["amount"])
        if data["basis"] == "flat":
            return Flat(amount=amount, unit=UNIT)
        if data["basis"] == "per_kg":
            return PerKg(amount=amount, unit=UNIT)
        if data["basis"] == "per_m2":
            return PerM2(amount=amount, unit=UNIT, formula=data["formula"], most_m2=_fraction(data["most_m2"]))
        return Auc(
            auc=amount,
            measured=data["filtration"] == "measured",
            weight=data["weight"],
            least_mg_dl=None if data["least_creatinine"] == "none" else Fraction(data["least_creatinine"]),
            most_ml_min=None if data["cap"] == "none" else FDA_CAP_ML_MIN,
        )

    def measured_gfr(self) -> DatedFigure | None:
        """The GFR that was typed with its day."""
        gfr, day = self.cleaned_data["gfr"], self.cleaned_data["gfr_on"]
        return DatedFigure(value=Fraction(gfr), unit="mL/min", on=day) if gfr and day else None

    def chosen(self, name: str) -> str:
        """The words of a choice that was made."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - narrows the type
        return str(dict(field.choices)[self.cleaned_data[name]])  # type: ignore[arg-type]  # flat pairs, no groups


def carried(posted: Mapping[str, str]) -> dict[str, Any]:
    """What the page of the target dose hands to the prescriber's form as its beginning; nothing where unreadable."""
    try:
        return {
            "target_dose": NumberField(unit=UNIT).clean(posted.get("target_dose")),
            "dose_basis": LineField(required=False).clean(posted.get("dose_basis")),
            "dose_order": posted.get("dose_order", ""),
        }
    except ValidationError:
        return {}


def _fraction(value: Decimal | None) -> Fraction | None:
    return None if value is None else Fraction(value)
