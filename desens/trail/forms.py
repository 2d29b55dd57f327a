"""The filter of the trail."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from desens.pages.fields import DateField, LineField
from desens.trail.selectors import TrailFilter

KINDS = [
    ("", _("everything")),
    ("changes", _("changes")),
    ("looks", _("looks at patients")),
    ("prints", _("prints and exports")),
    ("door", _("log-ins and passwords")),
]


class TrailForm(forms.Form):
    """All of it may stay empty."""

    patient_code = LineField(label=_("Patient's code"), required=False, max_length=40)
    by = LineField(label=_("User name"), required=False, max_length=150)
    kind = forms.ChoiceField(label=_("Show"), choices=KINDS, required=False)
    since = DateField(label=_("From"), required=False)
    until = DateField(label=_("To"), required=False)

    def wanted(self) -> TrailFilter | None:
        """The filter, or None while something typed is not understood: then nothing is shown as if it were all."""
        return TrailFilter(**self.cleaned_data) if self.is_valid() else None


def number_in(query: QueryDict, name: str) -> int:
    """A number in an address; 0 for anything else."""
    typed = query.get(name, "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 18 else 0
