"""One line of the grid of results: which fields a test has, and how each is read."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy

from reactions.models import SkinTest
from reactions.skin_test_choices import SkinTestKind
from reactions.skin_tests.diameters_field import DiameterField, Diameters, DiametersField

YES_NO = (("", "—"), ("no", gettext_lazy("nothing")), ("yes", gettext_lazy("infiltrated erythema or papule")))
HEADS = {
    "initial": gettext_lazy("Bleb at injection, mm"),
    "wheal": gettext_lazy("Wheal, mm"),
    "control": gettext_lazy("Own control, mm"),
    "erythema": gettext_lazy("Erythema, mm"),
    "infiltrated": gettext_lazy("Days later"),
}


@dataclass(frozen=True, kw_only=True)
class ResultRow:
    """One line of the grid: the test and, by the head of each column, its field; None where it has none."""

    test: SkinTest
    cells: tuple[tuple[str, BoundField | None], ...]

    @property
    def errors(self) -> tuple[str, ...]:
        """What is not right in the line."""
        return tuple(str(error) for _head, bound in self.cells if bound for error in bound.errors)


def has_column(test: SkinTest, column: str) -> bool:
    """Whether the column is one of the test: a prick leaves no bleb."""
    return column != "initial" or test.kind == SkinTestKind.INTRADERMAL


def field_of(test: SkinTest, column: str) -> forms.Field:
    """The field of one cell, named for who cannot see the grid."""
    label = f"{test.told}, {HEADS[column]}"
    if column == "infiltrated":
        field: forms.Field = forms.ChoiceField(label=label, choices=YES_NO, required=False)
    else:
        field = DiameterField(label=label) if column == "erythema" else DiametersField(label=label)
    style = "form-select" if column == "infiltrated" else "form-control"
    field.widget.attrs |= {"aria-label": label, "class": f"{style} {column}"}
    return field


def pair_of(name: str, found: Diameters | None) -> dict[str, Any]:
    """Two diameters by the names of their columns; None where nothing was typed."""
    if found is None:
        return {f"{name}_longest": None, f"{name}_across": None}
    return {f"{name}_longest": found.longest, f"{name}_across": found.across}
