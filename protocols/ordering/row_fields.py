"""The fields of one row of premedication, and a row as it is typed: nothing is read here, `form` reads."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from desens.numbers.write import plain_text
from desens.pages.fields import LineField, NumberField
from desens.unit.definitions.medicines import DOSE_UNITS, ROUTES
from protocols.rules.premedication_row import PremedicationRow

MOST_ROWS, EMPTY_ROWS = 12, 2
NAMES = ("drug", "dose", "unit", "route", "minutes_before", "moment", "reason")
Typed = dict[str, str]


def row_fields(beside: Iterable[PremedicationRow] = ()) -> dict[str, forms.Field]:
    """A new field for each cell; all empty is no row. `beside`: rows whose own units and routes are offered too."""
    rows = list(beside)
    return {
        "drug": LineField(label=_("Drug"), required=False, max_length=60),
        "dose": NumberField(label=_("Dose"), unit="", required=False, maximum=10_000),
        "unit": forms.ChoiceField(
            label=_("Unit"), required=False, choices=_offered(*DOSE_UNITS, *(row.unit for row in rows))
        ),
        "route": forms.ChoiceField(
            label=_("Route"), required=False, choices=_offered(*ROUTES, *(row.route for row in rows))
        ),
        "minutes_before": NumberField(label=_("Before the first step"), unit="min", required=False, maximum=4320),
        "moment": LineField(label=_("Or when, in words"), required=False, max_length=30),
        "reason": LineField(label=_("Reason"), required=False, max_length=120),
    }


def _offered(*texts: str) -> list[tuple[str, Any]]:
    return [("", "—"), *((text, _(text)) for text in dict.fromkeys(texts) if text)]


def cell(number: int, name: str) -> str:
    """The name of a cell, rows from 1."""
    return f"row{number}-{name}"


def typed_row(row: PremedicationRow) -> Typed:
    """A row as the form shows it."""
    given = {name: getattr(row, name) for name in NAMES}
    return {
        name: "" if item is None else item if isinstance(item, str) else plain_text(item)
        for name, item in given.items()
    }


def typed_rows(data: Mapping[str, Any], prefix: str) -> list[Typed]:
    """The rows that were sent and are not empty, in their order, spaces at the ends apart."""
    numbers = range(1, MOST_ROWS + 1)
    rows = [{name: str(data.get(f"{prefix}-{cell(n, name)}", "")).strip() for name in NAMES} for n in numbers]
    return [row for row in rows if any(row.values())]


def as_sent(rows: Iterable[Typed], prefix: str) -> dict[str, str]:
    """Rows as a browser would send them."""
    return {
        f"{prefix}-{cell(number, name)}": text for number, row in enumerate(rows, start=1) for name, text in row.items()
    }


def fingerprint(rows: Iterable[Typed]) -> str:
    """What tells whether rows were changed since they were filled in."""
    return hashlib.sha256(json.dumps(list(rows), sort_keys=True).encode()).hexdigest()[:16]
