"""The part of the editor's form that orders premedication and what is watched; the editor includes it.

The editor makes `OrdersForm(request.POST or None, unit=..., template=..., drug=..., stored=...)`: without any field of
its prefix in the data it is unbound, and `choice()` gives what the unit or the stored orders propose. When another set
or template is chosen, the rows are filled in again on the server; rows changed by hand are kept until somebody ticks
that they go. `refilled` says that the page's rows are to be shown anew.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from desens.pages.fields import NumberField
from desens.unit.definitions.premedication import MONITORING_MINUTES
from desens.unit.selectors import UnitSettings
from protocols.engine.template import Entry
from protocols.ordering.choice import TEMPLATE, OrdersChoice
from protocols.ordering.row_fields import (
    EMPTY_ROWS,
    MOST_ROWS,
    NAMES,
    Typed,
    as_sent,
    cell,
    fingerprint,
    row_fields,
    typed_row,
    typed_rows,
)
from protocols.ordering.row_reading import as_row, is_filled, last_row, read_row, sourced
from protocols.ordering.sets import proposed_rows, set_titles
from protocols.ordering.unit_choice import observation_h, unit_set
from protocols.orders import Orders
from protocols.rules.premedication_row import PremedicationRow

PREFIX = "orders"


class OrdersForm(forms.Form):
    """Which set, its rows, how often the patient is looked at and for how long afterwards."""

    #: Whether the page asks how the patient is watched (by_mouth.py).
    watched = True
    premedication_set = forms.ChoiceField(label=_("Premedication"))
    replace_rows = forms.BooleanField(label=_("Throw away the rows changed by hand"), required=False)
    filled = forms.CharField(required=False, widget=forms.HiddenInput)
    filled_as = forms.CharField(required=False, widget=forms.HiddenInput)
    monitoring_minutes = NumberField(label=_("Monitored at least every"), unit="min", minimum=1, maximum=120)
    observation_h = NumberField(label=_("Observed after the last step"), unit="h", minimum=Fraction(1, 2), maximum=48)
    glucagon = forms.BooleanField(
        label=_("Glucagon at hand though no beta-blocker is recorded"),
        required=False,
        help_text=_("Where one is taken, it is ordered by itself"),
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        unit: UnitSettings,
        template: Entry | None = None,
        drug: str = "",
        stored: Orders | None = None,
        prefix: str = PREFIX,
    ) -> None:
        self.unit, self.template, self.stored, self.refilled = unit, template, stored, False
        self.asked = bool(data and data.get(f"{prefix}-asked"))
        sent = {name: text for name, text in (data or {}).items() if name.startswith(f"{prefix}-")}
        begins = self._first(drug, stored)
        if sent:
            sent = self._filled_again(sent, prefix)
        rows = typed_rows(sent, prefix) if sent else begins.pop("rows")
        super().__init__(sent or None, prefix=prefix, initial=begins)
        field = self.fields["premedication_set"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - narrows the type
        field.choices = [*set_titles(unit).items()]
        self.row_count = min(max(len(rows), last_row(sent, prefix)) + EMPTY_ROWS, MOST_ROWS)
        for number in range(1, self.row_count + 1):
            self._add_row(number, rows[number - 1] if number <= len(rows) else {})

    def _first(self, drug: str, stored: Orders | None) -> dict[str, Any]:
        """What the form begins with: the orders of the version before, else the unit's."""
        key = stored.premedication_set if stored else ""
        rows = [*map(as_row, stored.premedication)] if stored else []
        key = key or unit_set(self.unit)
        if stored is None:
            rows = [*self._proposed(key)]
        typed = [typed_row(row) for row in rows]
        return {
            "premedication_set": key,
            "filled": self._key(key),
            "filled_as": fingerprint(typed_row(row) for row in self._proposed(key)),
            "monitoring_minutes": (stored and stored.monitoring_minutes) or self.unit[MONITORING_MINUTES],
            "observation_h": (stored and stored.observation_h) or observation_h(self.unit, drug),
            "glucagon": bool(stored and stored.glucagon and not stored.glucagon.because),
            "rows": typed,
        }

    def _filled_again(self, sent: dict[str, Any], prefix: str) -> dict[str, Any]:
        """What was sent, with the rows of the set where another was chosen and no row was changed by hand."""
        key = self._key(str(sent.get(f"{prefix}-premedication_set", "")))
        if key == sent.get(f"{prefix}-filled") or key.removeprefix(f"{TEMPLATE}:") == "":
            return sent
        kept = fingerprint(typed_rows(sent, prefix)) != sent.get(f"{prefix}-filled_as")
        if kept and not sent.get(f"{prefix}-replace_rows"):
            return sent
        rows = [typed_row(row) for row in self._proposed(str(sent.get(f"{prefix}-premedication_set")))]
        self.refilled = True
        others = {name: text for name, text in sent.items() if not name.startswith(f"{prefix}-row")}
        others.pop(f"{prefix}-replace_rows", None)
        told = {f"{prefix}-filled": key, f"{prefix}-filled_as": fingerprint(rows)}
        return others | told | as_sent(rows, prefix)

    def _key(self, chosen: str) -> str:
        slug = self.template.slug if self.template else ""
        return f"{TEMPLATE}:{slug}" if chosen == TEMPLATE else chosen

    def _proposed(self, key: str) -> tuple[PremedicationRow, ...]:
        return proposed_rows(key, unit=self.unit, template=self.template)

    def _add_row(self, number: int, typed: Typed) -> None:
        rows = (*self._proposed(TEMPLATE), *map(as_row, self.stored.premedication if self.stored else ()))
        for name, field in row_fields(rows).items():
            self.fields[cell(number, name)] = field
            self.initial[cell(number, name)] = typed.get(name, "")

    @property
    def rows(self) -> list[list[forms.BoundField]]:
        """The cells of each row, for the template."""
        return [[self[cell(number, name)] for name in NAMES] for number in range(1, self.row_count + 1)]

    @property
    def rows_kept(self) -> bool:
        """Another set was chosen, and rows changed by hand were kept: the page asks whether they go."""
        return "premedication_set" in self.errors and not self.refilled

    @property
    def question_changes(self) -> bool:
        """Whether the page must begin or stop to ask: a tick that is being set is not swapped away."""
        return self.rows_kept != self.asked

    @property
    def watch_changes(self) -> bool:
        """Whether the page must begin or stop to ask how the patient is watched: never beside an infusion."""
        return False

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        key = self._key(data.get("premedication_set", ""))
        if key and data.get("filled") != key and key.removeprefix(f"{TEMPLATE}:"):
            self.add_error(
                "premedication_set",
                _("The rows below were changed by hand. Tick that they go, or choose the set before again."),
            )
        for number in range(1, self.row_count + 1):
            self._check_row(number, {name: data.get(cell(number, name)) for name in NAMES})
        return data

    def _check_row(self, number: int, row: dict[str, Any]) -> None:
        if any(cell(number, name) in self.errors for name in NAMES) or not is_filled(row):
            return
        if not row["drug"]:
            self.add_error(cell(number, "drug"), _("Name the drug, or empty the whole row."))
        if (row["dose"] is None) != (row["unit"] == ""):
            self.add_error(cell(number, "unit"), _("Give a dose and its unit, or neither."))
        if row["dose"] == 0:
            self.add_error(cell(number, "dose"), _("Type a number above 0."))
        if row["minutes_before"] is not None and row["minutes_before"] % 1:
            self.add_error(cell(number, "minutes_before"), _("Type a whole number."))
        if row["minutes_before"] is not None and row["moment"]:
            self.add_error(cell(number, "moment"), _("Say the time in minutes or in words, not both."))

    @property
    def missing(self) -> list[str]:
        """The labels of what has to be given."""
        return [str(self.fields[name].label) for name in self.errors if name in self.fields and self._required(name)]

    @property
    def wrong(self) -> list[tuple[str, str]]:
        """(label, message) of what was given and cannot be read; rows by their number."""
        return [
            (self._label(name), str(error))
            for name, errors in self.errors.items()
            for error in errors
            if not self._required(name)
        ]

    def _required(self, name: str) -> bool:
        return any(error.code == "required" for error in self.errors[name].as_data())

    def _label(self, name: str) -> str:
        if not name.startswith("row"):
            return str(self.fields[name].label) if name in self.fields else str(_("Premedication"))
        number = name.partition("-")[0].removeprefix("row")
        return f"{_('Premedication')} {number}, {self.fields[name].label}"

    def choice(self) -> OrdersChoice:
        """What was chosen; ValueError for a form that is bound and not valid."""
        if not self.is_bound:
            return self._begun()
        if not self.is_valid():
            raise ValueError("orders that cannot be read")
        data = self.cleaned_data
        return OrdersChoice(
            premedication_set=data["premedication_set"],
            rows=self._chosen_rows(),
            **self._watching(),
            glucagon=data["glucagon"],
        )

    def _watching(self) -> dict[str, Fraction]:
        """How often the patient is looked at, and for how long afterwards."""
        return {name: Fraction(self.cleaned_data[name]) for name in ("monitoring_minutes", "observation_h")}

    def _again(self, sent: dict[str, Any]) -> "OrdersForm":
        """The same form with other data."""
        return OrdersForm(sent, unit=self.unit, template=self.template, stored=self.stored, prefix=str(self.prefix))

    def _begun(self) -> OrdersChoice:
        """What the form shows before anybody typed: read as if it were sent as it stands."""
        names = ("premedication_set", "filled", "filled_as", "monitoring_minutes", "observation_h")
        shown = {f"{self.prefix}-{name}": str(self[name].value()) for name in names if name in self.fields}
        ticked = {f"{self.prefix}-glucagon": "on"} if self.initial["glucagon"] else {}
        rows = [{name: str(field.value()) for name, field in zip(NAMES, row, strict=True)} for row in self.rows]
        sent = shown | ticked | as_sent(rows, str(self.prefix))
        return self._again(sent).choice()

    def _chosen_rows(self) -> tuple[PremedicationRow, ...]:
        typed = [
            {name: self.cleaned_data[cell(number, name)] for name in NAMES} for number in range(1, self.row_count + 1)
        ]
        known = self._proposed(self.cleaned_data["premedication_set"])
        return tuple(sourced(read_row(row), known) for row in typed if is_filled(row))
