"""The small forms about a template: read by a second person, retired, a signature withdrawn."""

from django import forms
from django.utils.translation import gettext_lazy

from desens.pages.fields import EntryKeyField, LineField


class ReadingForm(forms.Form):
    """That the second person read the revision."""

    entry_key = EntryKeyField()
    note = LineField(label=gettext_lazy("What you compared it with"))


class RetireForm(forms.Form):
    """Why the template is no longer offered."""

    entry_key = EntryKeyField()
    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=100_000)
    reason = LineField(label=gettext_lazy("Reason"))


class WithdrawForm(forms.Form):
    """Why a finding should not have been signed with the template."""

    entry_key = EntryKeyField()
    reason = LineField(label=gettext_lazy("Reason"))
