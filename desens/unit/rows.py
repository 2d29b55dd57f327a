"""Rows of a setting in its form: a cell for each column, two empty rows for more; an emptied row goes."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from desens.unit.fields import cell_field
from desens.unit.kinds import Rows

MORE = 2


class RowCells:
    """Adds the cells to a form, and reads the rows from them."""

    def __init__(self, form: Any) -> None:
        self.form = form
        self.kind: Rows[Any] = form.shown.definition.kind
        value = form.shown.value
        self.count = min(self._typed_rows() if form.is_bound else len(value) + MORE, self.kind.most)
        for number in range(self.count):
            for name, column in self.kind.columns.items():
                form.fields[self._cell(number, name)] = cell_field(column)
                if number < len(value):
                    form.initial[self._cell(number, name)] = getattr(value[number], name)

    def __iter__(self) -> Any:
        """The cells of each row, for the template."""
        for number in range(self.count):
            yield [self.form[self._cell(number, name)] for name in self.kind.columns]

    def check(self) -> None:
        """Complain beside the cell, or about the rows as a whole."""
        for number in self._filled():
            for name, column in self.kind.columns.items():
                cell = self._cell(number, name)
                empty = cell not in self.form.errors and self.form.cleaned_data.get(cell) in (None, "")
                if empty and not column.optional:
                    self.form.add_error(cell, _("Fill this, or empty the whole row."))
        if not self.form.errors:
            self._check_rows()

    def value(self) -> tuple[Any, ...]:
        """The rows that are filled, in their order."""
        return tuple(self._row(number) for number in self._filled())

    def _check_rows(self) -> None:
        first = next(iter(self.kind.columns))
        seen: set[tuple[str, ...]] = set()
        for number in self._filled():
            row, cell = self._row(number), self._cell(number, first)
            if not self.kind.fits(row):
                self.form.add_error(cell, self.kind.misfit)
            if (name := self.kind.name_of(row)) in seen:
                self.form.add_error(cell, _("This stands in another row already."))
            seen.add(name)
        if len(seen) < self.kind.least:
            self.form.add_error(None, ValidationError(_("Fill at least one row.")))

    def _row(self, number: int) -> Any:
        return self.kind.row(**{name: self.form.cleaned_data[self._cell(number, name)] for name in self.kind.columns})

    def _filled(self) -> list[int]:
        return [number for number in range(self.count) if any(self._typed(number, name) for name in self.kind.columns)]

    def _typed(self, number: int, name: str) -> bool:
        return bool(self.form.data.get(self._cell(number, name), "").strip())

    def _typed_rows(self) -> int:
        numbers = (
            n for n in range(self.kind.most) for name in self.kind.columns if self._cell(n, name) in self.form.data
        )
        return max(numbers, default=0) + 1

    @staticmethod
    def _cell(number: int, name: str) -> str:
        return f"row{number + 1}-{name}"
