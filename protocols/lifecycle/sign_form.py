"""The card by which the allergist signs: a reason for each finding that asks for one, and the password."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from desens.access.signing import SigningForm
from desens.pages.fields import EntryKeyField, LineField
from protocols.lifecycle.sign_offs import SignOff


class SignForm(SigningForm):
    """One reason field for each SignOff, named by its key; `digest` is that of the version shown."""

    entry_key = EntryKeyField()
    digest = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    field_order = ("entry_key", "digest")

    def __init__(self, *args: Any, asked: Iterable[SignOff], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = tuple(asked)
        for asking in self.asked:
            self.fields[asking.key] = LineField(label=_("Reason"))
        self.order_fields([name for name in self.fields if name != "password"])

    @property
    def rows(self) -> list[tuple[SignOff, forms.BoundField]]:
        """Each finding beside the field of its reason."""
        return [(asking, self[asking.key]) for asking in self.asked]

    def reasons(self) -> Mapping[str, str]:
        """The reasons typed, by key."""
        return {asking.key: self.cleaned_data[asking.key] for asking in self.asked}
