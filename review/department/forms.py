"""The filter of the department's list: one bar that reads as a sentence."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from desens.pages.fields import DateField, LineField
from review.department.paging import LATEST, ORDERS
from review.department.wanted import ASKED, Wanted

ANY = {
    "grade": _("with or without a reaction"),
    "phenotype": _("of any phenotype"),
    "outcome": _("with any outcome"),
    "adjuvant": _("with or without an adjuvant"),
}
LABELS = {"grade": _("Reaction"), "phenotype": _("Phenotype"), "outcome": _("Outcome"), "adjuvant": _("Adjuvant")}


class DepartmentForm(forms.Form):
    """All of it may stay empty."""

    drug = LineField(label=_("Desensitizations to"), required=False)
    since = DateField(label=_("From"), required=False)
    until = DateField(label=_("To"), required=False)
    outcome, grade, phenotype, adjuvant = (
        forms.ChoiceField(
            label=LABELS[name],
            choices=[("", ANY[name]), *((word, label) for word, label, _condition in ASKED[name])],
            required=False,
        )
        for name in ("outcome", "grade", "phenotype", "adjuvant")
    )
    order = forms.ChoiceField(
        label=_("Order"), choices=[(word, label) for word, (label, *_how) in ORDERS.items()], required=False
    )

    def clean(self) -> dict[str, Any]:
        """The days in their order."""
        cleaned = super().clean() or {}
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", _("Type a day on or after the first."))
        return cleaned

    def wanted(self) -> Wanted | None:
        """The filter, or None while something typed is not understood: then nothing is shown as if it were all."""
        if not self.is_valid():
            return None
        return Wanted(**{name: value for name, value in self.cleaned_data.items() if name != "order"})

    def order_word(self) -> str:
        """The order of a valid form."""
        return self.cleaned_data.get("order") or LATEST
