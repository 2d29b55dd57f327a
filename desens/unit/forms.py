"""The form of one setting: its value, and why it changes. It checks and never saves."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from desens.pages.fields import EntryKeyField, LineField
from desens.unit.fields import field_of
from desens.unit.kinds import Picture, Rows
from desens.unit.rows import RowCells
from desens.unit.selectors import ShownSetting
from desens.unit.services import Change, picture_name


class SettingForm(forms.Form):
    """A value beside the one that holds, and the revision the form was opened at."""

    entry_key = EntryKeyField()
    based_on = forms.IntegerField(min_value=0, max_value=2**31 - 2, widget=forms.HiddenInput)
    reason = LineField(label=_("Reason for the change"))

    def __init__(self, *args: Any, shown: ShownSetting, **kwargs: Any) -> None:
        self.shown = shown
        super().__init__(*args, **kwargs)
        self.initial["based_on"] = shown.revision
        self.cells = RowCells(self) if isinstance(shown.definition.kind, Rows) else None
        if self.cells is None:
            self._ask_for_one_value()
        self.order_fields([name for name in self.fields if name != "reason"])

    def _ask_for_one_value(self) -> None:
        definition = self.shown.definition
        self.fields["value"] = field_of(definition.kind, label=definition.title)
        if isinstance(definition.kind, Picture):
            self.fields["remove"] = forms.BooleanField(label=_("Print no picture"), required=False)
        else:
            self.initial["value"] = self.shown.value

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if self.cells is not None:
            self.cells.check()
        elif "remove" in self.fields and not data.get("remove") and data.get("value") == b"":
            self.add_error("value", _("Choose a PNG file, or tick that no picture is printed."))
        if not self.errors and self.value == self.shown.value:
            self.add_error(None, _("This is what holds already. Nothing was changed."))
        return data

    @property
    def picture(self) -> bytes:
        """The bytes of the picture chosen; b"" for none, or for a setting that is no picture."""
        if "remove" not in self.fields or self.cleaned_data["remove"]:
            return b""
        chosen: bytes = self.cleaned_data["value"]
        return chosen

    @property
    def value(self) -> Any:
        """What was typed, as the setting holds it."""
        if self.cells is not None:
            return self.cells.value()
        return picture_name(self.picture) if "remove" in self.fields else self.cleaned_data["value"]

    def change(self) -> Change:
        """What the service is asked to do."""
        return Change(
            definition=self.shown.definition,
            value=self.value,
            reason=self.cleaned_data["reason"],
            based_on=self.cleaned_data["based_on"],
            picture=self.picture,
        )

    def opened_at(self, shown: ShownSetting) -> "SettingForm":
        """The same typed values, as if the form had been opened at what holds now."""
        typed = {name: self.data.get(name, "") for name in self.data}
        return SettingForm(typed | {"based_on": str(shown.revision)}, self.files, shown=shown)
