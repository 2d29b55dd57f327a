"""What the rows of the sheet share: their look, and the mark on a field that is wrong."""

from typing import Any

from django import forms


class RowForm(forms.Form):
    """A row of small fields, styled."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"use_required_attribute": False} | options)
        for field in self.fields.values():
            field.widget.attrs["class"] = "form-select" if isinstance(field, forms.ChoiceField) else "form-control"

    def add_error(self, field: str | None, error: Any) -> None:
        """The error, and the mark on the field."""
        super().add_error(field, error)
        if field in self.fields:
            attrs = self.fields[field].widget.attrs
            attrs["class"] = f"{attrs['class'].removesuffix(' is-invalid')} is-invalid"
            attrs["aria-describedby"] = f"{self[field].id_for_label}_wrong"
