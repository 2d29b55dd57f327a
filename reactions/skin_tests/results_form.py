"""What the nurse wrote on the test sheet, entered in the same order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.pages.fields import LineField
from patients.forms import DatedForm
from reactions.models import SkinTest, SkinTestSession
from reactions.skin_test_choices import ReadAfter, SkinTestKind
from reactions.skin_tests.diameters_field import DiameterField, Diameters, DiametersField
from reactions.skin_tests.entered import NewReading, NewRound

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


class ResultsForm(DatedForm):
    """The controls of the series, and a line for each test; a line left empty was not read."""

    histamine = DiametersField(label=gettext_lazy("Histamine, mm"))
    negative = DiametersField(label=gettext_lazy("Negative control, mm"))
    note = LineField(label=gettext_lazy("Note"), required=False)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        session: SkinTestSession,
        read_after: ReadAfter,
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        self.session, self.read_after = session, read_after
        self.tests = list(session.tests.all())
        if not self.is_immediate:
            del self.fields["histamine"], self.fields["negative"]
        for test in self.tests:
            for column in self.columns:
                if _has(test, column):
                    self.fields[f"t{test.number}-{column}"] = _field(test, column)
        next(iter(self.visible_fields())).field.widget.attrs["autofocus"] = True

    @property
    def is_immediate(self) -> bool:
        """Whether the skin is read at 15 to 20 min."""
        return self.read_after == ReadAfter.MINUTES

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the grid, as on the sheet."""
        if not self.is_immediate:
            return ("infiltrated", "erythema")
        return ("initial", "wheal", *(("control",) if self.session.own_controls else ()), "erythema")

    @property
    def heads(self) -> list[str]:
        """The words above the columns."""
        return [str(HEADS[column]) for column in self.columns]

    def rows(self) -> Iterator[ResultRow]:
        """The lines in the order of the sheet."""
        for test in self.tests:
            names = [f"t{test.number}-{column}" for column in self.columns]
            found = (self[name] if name in self.fields else None for name in names)
            yield ResultRow(test=test, cells=tuple(zip(self.heads, found, strict=True)))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if self.session.tested_on > self.today:
            raise forms.ValidationError(_("The tests are planned for a day that has not come."))
        self._refuse_half_lines()
        if not self.errors and not self.readings():
            raise forms.ValidationError(_("Nothing was read: type at least one wheal."))
        return data

    def _refuse_half_lines(self) -> None:
        """Nothing that was typed is dropped: a line with a bleb, a control or an erythema needs its result."""
        needed = "wheal" if self.is_immediate else "infiltrated"
        for test in self.tests:
            typed = [name for name in self.fields if name.startswith(f"t{test.number}-") and self[name].value()]
            if typed and self.clean_read(test) is None and not any(name in self.errors for name in typed):
                message = _("Type the wheal, 0 for none.") if self.is_immediate else _("Choose what was seen.")
                self.add_error(f"t{test.number}-{needed}", message)

    def clean_read(self, test: SkinTest) -> NewReading | None:
        """What is right of one line; None where nothing says that the test was read."""
        found = {column: self.cleaned_data.get(f"t{test.number}-{column}") for column in self.columns}
        infiltrated = {"yes": True, "no": False}.get(found.get("infiltrated") or "")
        if found.get("wheal") is None and infiltrated is None:
            return None
        return NewReading(
            test=test,
            **_pair("wheal", found.get("wheal")),
            **_pair("initial", found.get("initial")),
            **_pair("control", found.get("control")),
            erythema_mm=found.get("erythema"),
            infiltrated=infiltrated,
        )

    def readings(self) -> tuple[NewReading, ...]:
        """Every test that was read."""
        return tuple(found for test in self.tests if (found := self.clean_read(test)) is not None)

    def new_round(self) -> NewRound:
        """What was typed, as far as it is right."""
        data = self.cleaned_data
        return NewRound(
            read_after=self.read_after.value,
            **_pair("histamine", data.get("histamine")),
            **_pair("negative", data.get("negative")),
            note=data.get("note", ""),
            readings=self.readings(),
        )


def _has(test: SkinTest, column: str) -> bool:
    return column != "initial" or test.kind == SkinTestKind.INTRADERMAL


def _field(test: SkinTest, column: str) -> forms.Field:
    label = f"{test.told}, {HEADS[column]}"
    if column == "infiltrated":
        field: forms.Field = forms.ChoiceField(label=label, choices=YES_NO, required=False)
    else:
        field = DiameterField(label=label) if column == "erythema" else DiametersField(label=label)
    style = "form-select" if column == "infiltrated" else "form-control"
    field.widget.attrs |= {"aria-label": label, "class": f"{style} {column}"}
    return field


def _pair(name: str, found: Diameters | None) -> dict[str, Any]:
    if found is None:
        return {f"{name}_longest": None, f"{name}_across": None}
    return {f"{name}_longest": found.longest, f"{name}_across": found.across}
