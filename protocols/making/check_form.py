"""What is sent about bags that the page showed: what the second person looked at, or why they do not count."""

from django import forms
from django.utils.translation import gettext_lazy

from desens.pages.fields import EntryKeyField, LineField
from protocols.making.second_check import Looked


class ShownBagsForm(forms.Form):
    """`made` names the bags that the page showed."""

    entry_key = EntryKeyField()
    made = forms.UUIDField(widget=forms.HiddenInput, label=gettext_lazy("the bags that were shown"))


class ErrorForm(ShownBagsForm):
    """Why the record does not count."""

    reason = LineField(label=gettext_lazy("Reason"))


class CheckForm(ShownBagsForm):
    """What the second person looked at."""

    looked = forms.MultipleChoiceField(
        label=gettext_lazy("I looked at"),
        choices=Looked.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Tick what you looked at.")},
    )
    remark = LineField(label=gettext_lazy("Remark"), required=False)

    def codes(self) -> tuple[str, ...]:
        """What was looked at, in the order of the page, each once."""
        return tuple(code for code in Looked.values if code in self.cleaned_data["looked"])
