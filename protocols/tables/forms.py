"""A printed table as it is pasted or typed; what cannot be read is said beside its field and stays in it."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from desens.numbers.quantity import AMOUNT_UNITS
from desens.numbers.write import plain_text
from desens.pages.fields import LineField, NumberField
from protocols.engine import ContentError
from protocols.engine.specification import DECLARATIONS
from protocols.engine.table import Table, read_table
from protocols.tables.pasting import PasteError, pasted_bags, pasted_table

_DECLARED = {"logarithmic": _("logarithmic"), "slow": _("slow"), "falling": _("falling")}
_PRIMED = [("", _("not stated")), ("diluent", _("diluent")), ("solution", _("the solution"))]
_FIELDS = {"rows": "table", "columns": "table", "solutions": "bags"}


class PastedField(forms.CharField):
    """Lines of cells, as a spreadsheet copies them."""

    def __init__(self, *, rows: int, **options: Any) -> None:
        widget = forms.Textarea(attrs={"rows": rows, "wrap": "off", "spellcheck": "false", "class": "figure"})
        super().__init__(max_length=20_000, strip=False, widget=widget, **options)


class TableForm(forms.Form):
    """The table, and what is known beside it; `table` in cleaned_data becomes the engine's Table."""

    table = PastedField(
        rows=14,
        label=_("Table"),
        help_text=_(
            "Paste it from a spreadsheet or type it, one step a line. First line: step, solution, rate, minutes, "
            "volume_ml, dose, cumulative_dose, dose_per_min, fold_increase; any of them, in any order. "
            "Type the figures as they are printed, with a decimal point."
        ),
    )
    bags = PastedField(
        rows=4,
        required=False,
        label=_("Bags"),
        help_text=_("One a line: number, volume_ml, concentration, amount, source. What is not printed stays empty."),
    )
    drug = LineField(label=_("Drug"), required=False)
    unit = forms.ChoiceField(
        label=_("Unit of the doses"), choices=[(unit, unit) for unit in AMOUNT_UNITS], initial="mg"
    )
    rate_unit = forms.ChoiceField(label=_("Rates as printed"), choices=[("mL/h", "mL/h"), ("mL/min", "mL/min")])
    target_dose = NumberField(label=_("Target dose"), unit="", required=False)
    total_minutes = NumberField(label=_("Total time"), unit="min", required=False)
    primed_with = forms.ChoiceField(label=_("Line primed with"), choices=_PRIMED, required=False)
    dead_volume_ml = NumberField(label=_("Dead volume of the line"), unit="mL", maximum=100, required=False)
    declared = forms.MultipleChoiceField(
        label=_("Meant so by the source"),
        choices=[(word, _DECLARED[word]) for word in DECLARATIONS],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if bool(data.get("primed_with")) != (data.get("dead_volume_ml") is not None):
            self.add_error("dead_volume_ml", gettext("State both, what the line is primed with and its dead volume."))
        if not self.errors:
            self._read(data)
        return data

    @property
    def read(self) -> Table:
        """The table that was read; only where the form is valid."""
        table: Table = self.cleaned_data["read"]
        return table

    def _read(self, data: dict[str, Any]) -> None:
        try:
            pasted = pasted_table(data["table"])
        except PasteError as error:
            self.add_error("table", str(error))
            return
        contradicted = {name: unit for name, unit in pasted.units.items() if data[name] != unit}
        for name, unit in contradicted.items():
            self.add_error(name, gettext("The head of the table says %(unit)s.") % {"unit": unit})
        if contradicted:
            return
        try:
            bags = pasted_bags(data["bags"])
        except PasteError as error:
            self.add_error("bags", str(error))
            return
        try:
            content = _stated(data) | {"columns": pasted.columns, "rows": pasted.rows}
            data["read"] = read_table(content | ({"solutions": bags} if bags else {}))
        except ContentError as error:
            self.add_error(_field_of(error.key), _said(error))


def _stated(data: dict[str, Any]) -> dict[str, Any]:
    """What stands beside the table, as text values; what is empty is left out."""
    figures = {name: _text(data[name]) for name in ("target_dose", "total_minutes") if data[name] is not None}
    line = {"dead_volume_ml": _text(data["dead_volume_ml"]), "primed_with": data["primed_with"]}
    return (
        {name: data[name] for name in ("unit", "rate_unit", "declared")}
        | figures
        | ({"drug": data["drug"]} if data["drug"] else {})
        | ({"line": line} if data["primed_with"] else {})
    )


def _text(value: Decimal | None) -> str:
    return "0" if value is None else plain_text(value, significant=15)


def _field_of(key: str) -> str:
    first = key.split(",", maxsplit=1)[0].split(" ", maxsplit=1)[0]
    return _FIELDS.get(first, first if first in TableForm.base_fields else "table")


def _said(error: ContentError) -> str:
    key = error.key.replace("rows entry", gettext("line")).replace("solutions entry", gettext("bag"))
    return gettext("In %(place)s, expected %(expected)s.") % {"place": key, "expected": error.expected}
