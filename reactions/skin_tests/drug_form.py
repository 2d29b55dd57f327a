"""One drug of a session as it is typed: its stock and the strengths to test."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.numbers.quantity import Quantity
from drugs.fields import NamedField
from patients.background.figure_field import FigureField
from reactions.rules.test_dilutions import CannotMeasureError
from reactions.skin_test_choices import StrengthUnit
from reactions.skin_tests.entered import NewTest
from reactions.skin_tests.library_table import DrugStrengths, limit_of
from reactions.skin_tests.preparing import dilutions_of
from reactions.skin_tests.proposed_strengths import FIELDS, decimal_of
from reactions.skin_tests.strengths import in_unit, is_above
from reactions.skin_tests.strengths_field import StrengthsField

NO_UNIT = ("", "—")


class DrugForm(forms.Form):
    """A drug with its strengths; empty as a whole, it is left out."""

    drug = NamedField(label=gettext_lazy("Drug"), required=False)
    stock = FigureField(label=gettext_lazy("Stock"), required=False)
    stock_unit = forms.ChoiceField(
        label=gettext_lazy("Stock unit"), choices=[NO_UNIT, *StrengthUnit.choices], required=False
    )
    prick = StrengthsField(label=gettext_lazy("Prick"))
    intradermal = StrengthsField(label=gettext_lazy("Intradermal"))
    unit = forms.ChoiceField(label=gettext_lazy("Test unit"), choices=StrengthUnit.choices, required=False)

    def __init__(self, *args: Any, known: DrugStrengths | None = None, **kwargs: Any) -> None:
        """`known` is what the library says of the drug that is typed, or that the form begins with."""
        super().__init__(*args, **kwargs)
        self.known = known

    @property
    def place(self) -> int:
        """Where it stands in its plan, from 0."""
        return int(str(self.prefix).removeprefix("d"))

    @property
    def number(self) -> int:
        """Where it stands as people count."""
        return self.place + 1

    @property
    def is_unknown(self) -> bool:
        """Whether a drug stands there that the library does not know."""
        return bool(self["drug"].value()) and self.known is None

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it was typed."""
        return not any(self.cleaned_data.get(name) for name in ("drug", "prick", "intradermal"))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if self.errors or self.is_empty:
            return data
        if not data["drug"]:
            self.add_error("drug", _("Type the drug."))
        elif not data["prick"] and not data["intradermal"]:
            self.add_error("prick", _("Type at least one strength, or clear the drug."))
        if data["stock"] is not None and not data["stock_unit"]:
            self.add_error("stock_unit", _("Choose the unit of the stock."))
        data["unit"] = data["unit"] or StrengthUnit.MG_ML.value
        for refuse in (self._refuse_forbidden, self._refuse_above_stock, self._refuse_unmeasurable):
            if not self.errors:
                refuse()
        return data

    def tests(self) -> Iterator[NewTest]:
        """Pricks first, each kind from weak to strong."""
        data = self.cleaned_data
        for kind, name in FIELDS.items():
            table = self.known.of(kind) if self.known else None
            limit = limit_of(table)
            compared = in_unit(limit, data["unit"]) if limit else None
            for concentration in data[name]:
                yield NewTest(
                    drug=self.known.name if self.known else data["drug"],
                    kind=kind.value,
                    concentration=concentration,
                    unit=data["unit"],
                    stock=data["stock"],
                    stock_unit=data["stock_unit"] if data["stock"] is not None else "",
                    limit=decimal_of(compared),
                    source=f"{table.condition}: {table.source}".removeprefix(": ")[:500] if table else "",
                    mark=table.mark if table else "",
                )

    def _stock(self) -> Quantity | None:
        data = self.cleaned_data
        return None if data["stock"] is None else Quantity.of(data["stock"], data["stock_unit"])

    def _refuse_forbidden(self) -> None:
        for kind, name in FIELDS.items():
            table = self.known.of(kind) if self.known else None
            if table is not None and table.forbids and self.cleaned_data[name]:
                words = {"words": table.words, "source": table.source}
                self.add_error(name, _("The drug library says: %(words)s (%(source)s).") % words)

    def _refuse_above_stock(self) -> None:
        stock, unit = self._stock(), self.cleaned_data["unit"]
        typed = {name: self.cleaned_data[name] for name in FIELDS.values()}
        message = _("%(strength)s is stronger than the stock of %(stock)s: it cannot be prepared.")
        for name, concentrations in typed.items():
            for strength in (Quantity.of(concentration, unit) for concentration in concentrations):
                if is_above(strength, stock):
                    self.add_error(name, message % {"strength": strength, "stock": stock})

    def _refuse_unmeasurable(self) -> None:
        asked = [Fraction(value) for name in FIELDS.values() for value in self.cleaned_data[name]]
        unit = self.cleaned_data["unit"]
        try:
            dilutions_of(self._stock(), asked, unit=unit)
        except CannotMeasureError as refused:
            name = (
                "intradermal" if refused.concentration in map(Fraction, self.cleaned_data["intradermal"]) else "prick"
            )
            message = _("%(strength)s cannot be measured from this stock with a 1 mL syringe. Choose another strength.")
            self.add_error(name, message % {"strength": Quantity(value=refused.concentration, unit=unit)})
