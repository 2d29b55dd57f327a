"""What the nurse wrote on the test sheet, entered in the same order."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.pages.fields import LineField
from patients.forms import DatedForm
from reactions.models import SkinTest, SkinTestSession
from reactions.skin_test_choices import ReadAfter
from reactions.skin_tests.diameters_field import DiametersField
from reactions.skin_tests.entered import NewReading, NewRound
from reactions.skin_tests.result_row import HEADS, ResultRow, field_of, has_column, pair_of


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
                if has_column(test, column):
                    self.fields[f"t{test.number}-{column}"] = field_of(test, column)
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
            **pair_of("wheal", found.get("wheal")),
            **pair_of("initial", found.get("initial")),
            **pair_of("control", found.get("control")),
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
            **pair_of("histamine", data.get("histamine")),
            **pair_of("negative", data.get("negative")),
            note=data.get("note", ""),
            readings=self.readings(),
        )
