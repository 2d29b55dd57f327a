"""One sample, as it is typed."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.forms.utils import ErrorDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.numbers.quantity import Quantity
from desens.pages.fields import DateField, LineField, NumberField
from reactions.rules.sample_units import NAMED, OTHER, UNITS
from reactions.sample_choices import SampleKind, Timing
from reactions.samples.entered import NewSample
from reactions.samples.impossible import problems
from reactions.samples.reading import read_result, read_taken
from reactions.samples.selectors import Cases

PLAIN = {"autocomplete": "off", "spellcheck": "false"}


def kinds_with_units() -> list[tuple[str, str]]:
    """Each kind in each of its units: what is chosen names both."""
    return [
        (f"{kind} {unit}".strip(), f"{label}, {Quantity.of(0, unit).unit_text}" if unit else str(label))
        for kind, label in SampleKind.choices
        for unit in UNITS[kind] or ("",)
    ]


class SampleForm(forms.Form):
    """One row: empty where nothing of it was typed."""

    field_order = ("measured", "of", "taken_on", "taken_clock", "printed", "limit", "tested", "other_unit")
    typed = ("printed", "tested", "other_unit", "limit", "taken_on", "taken_clock")

    measured = forms.ChoiceField(label=gettext_lazy("What, in which unit"), choices=kinds_with_units)
    printed = LineField(
        label=gettext_lazy("Value as printed"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs=PLAIN),
        help_text=gettext_lazy("With the laboratory's sign for below or above, or: negative."),
    )
    limit = NumberField(
        label=gettext_lazy("Laboratory's limit"),
        unit="",
        required=False,
        widget=forms.TextInput(attrs=PLAIN | {"inputmode": "decimal"}),
        help_text=gettext_lazy("In the unit of the value."),
    )
    of = forms.ChoiceField(label=gettext_lazy("Acute, or baseline"))
    taken_on = DateField(label=gettext_lazy("Taken on"), required=False)
    taken_clock = LineField(
        label=gettext_lazy("At (24\u00a0h)"),
        required=False,
        widget=forms.TextInput(attrs=PLAIN | {"inputmode": "numeric", "placeholder": "HH:MM", "maxlength": 20}),
        help_text=gettext_lazy("Empty if only the day is known."),
    )
    tested = LineField(
        label=gettext_lazy("Allergen, or name of another test"), required=False, widget=forms.TextInput(attrs=PLAIN)
    )
    other_unit = LineField(
        label=gettext_lazy("Unit of another test"), required=False, max_length=20, widget=forms.TextInput(attrs=PLAIN)
    )

    def __init__(self, *args: Any, number: int, cases: Cases, born: date, now: datetime, **kwargs: Any) -> None:
        self.number = number
        self.cases, self.born, self.now = {str(key): reaction for key, reaction in cases.items()}, born, now
        super().__init__(*args, **kwargs)
        acute = [(key, _("acute: %(told)s") % {"told": row.told}) for key, row in self.cases.items()]
        self.fields["of"].choices = [(Timing.BASELINE.value, _("baseline")), *acute]  # type: ignore[attr-defined]  # the stubs know the base field only

    @property
    def is_blank(self) -> bool:
        """Nothing was typed, whatever is chosen."""
        return not any(str(self.data.get(self.add_prefix(name), "")).strip() for name in self.typed)

    def full_clean(self) -> None:
        """A blank row is right as it is."""
        if self.is_bound and self.is_blank:
            self._errors, self.cleaned_data = ErrorDict(), {}
        else:
            super().full_clean()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        kind, _blank, unit = data.get("measured", "").partition(" ")
        data |= {"kind": kind, "unit": unit or data.get("other_unit", ""), "level": None, "finding": ""}
        self._read_result(kind, data)
        self._check_names(kind, data)
        self._read_time(data)
        if not self.errors:
            for problem in problems(self.new_sample(), born=self.born, now=self.now):
                self.add_error(problem.field if problem.field in self.fields else "measured", problem.text)
        return data

    def new_sample(self) -> NewSample:
        """What was typed, as the service takes it."""
        data = self.cleaned_data
        found = data["level"] is not None
        return NewSample(
            kind=data["kind"],
            tested=data["tested"],
            printed=data["printed"],
            level=data["level"],
            finding=data["finding"],
            unit=data["unit"] if found else "",
            limit=data["limit"] if found else None,
            reaction=self.cases.get(data["of"]),
            taken_at=data["taken_at"],
            taken_precision=data["taken_precision"],
        )

    def _read_result(self, kind: str, data: dict[str, Any]) -> None:
        if "printed" in self.errors:
            return
        try:
            data["level"], data["finding"] = read_result(kind, data["printed"])
        except forms.ValidationError as error:
            self.add_error("printed", error)

    def _check_names(self, kind: str, data: dict[str, Any]) -> None:
        if kind in NAMED and not data.get("tested") and "tested" not in self.errors:
            self.add_error("tested", _("Type what was tested: the allergen, or the name of the test."))
        if kind and kind not in NAMED and data.get("tested"):
            self.add_error("tested", _("Only a specific IgE or another test has a name of its own. Leave this empty."))
        if kind and kind != OTHER and data.get("other_unit"):
            self.add_error("other_unit", _("The unit is chosen with what was measured. Leave this empty."))
        if kind == OTHER and data["level"] is not None and not data.get("other_unit"):
            self.add_error("other_unit", _("Type the unit."))
        if data["finding"] and data.get("limit") is not None:
            self.add_error("limit", _("A limit belongs to a figure. Leave this empty."))

    def _read_time(self, data: dict[str, Any]) -> None:
        day = data.get("taken_on")
        if day is None:
            if "taken_on" not in self.errors:
                self.add_error("taken_on", DateField.default_error_messages["required"])
            return
        try:
            data["taken_at"], data["taken_precision"] = read_taken(day, data.get("taken_clock", ""))
        except forms.ValidationError as error:
            self.add_error("taken_clock", error)
