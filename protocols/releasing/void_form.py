"""The form that marks a version as void."""

from django import forms
from django.utils.translation import gettext_lazy

from desens.pages.fields import EntryKeyField, LineField


class VoidForm(forms.Form):
    """Why the version must not be given."""

    entry_key = EntryKeyField()
    reason = LineField(label=gettext_lazy("Why it must not be given"))
