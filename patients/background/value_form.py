"""A dated value, as it is typed."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.numbers.quantity import Quantity
from desens.pages.fields import DateField
from patients.background.entered import NewValue
from patients.background.entry_form import NO_CHOICE, EntryForm
from patients.background.figure_field import FigureField
from patients.background_choices import (
    ValueKind,
)
from patients.rules.dated_values import KINDS, bounds_in, is_possible, is_usual


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
