"""What labels need beside the version: when the bags were made, until when they serve, what they are printed on."""

from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from protocols.documents.label_sheets import MOST_LABELS, SHEETS
from protocols.making.moments import MomentsForm
from protocols.papers.subject import Subject

#: No stated stability of a diluted drug comes near; longer is a slip of the month or the year.
LONGEST_USE = timedelta(days=31)


class LabelsForm(MomentsForm):
    """Both moments, the bags and the sheet; errors stand beside the fields."""

    bags = forms.MultipleChoiceField(label=gettext_lazy("Bags"), widget=forms.CheckboxSelectMultiple)
    sheet = forms.ChoiceField(label=gettext_lazy("Printed on"))
    first = forms.TypedChoiceField(
        label=gettext_lazy("First free label"),
        help_text=gettext_lazy("Counted along the rows: a half-used sheet serves."),
        choices=[(number, str(number)) for number in range(1, MOST_LABELS + 1)],
        coerce=int,
    )

    def __init__(self, *args: Any, subject: Subject, **options: Any) -> None:
        super().__init__(*args, **options)
        solutions = subject.shown.document.infusion.schedule.solutions
        named = [(str(bag.number), _("bag %(number)s") % {"number": bag.number}) for bag in solutions]
        self.bag_field.choices, self.sheet_field.choices = named, [(key, sheet.name) for key, sheet in SHEETS.items()]

    @property
    def bag_field(self) -> Any:
        """Which bags get a label."""
        return self.fields["bags"]

    @property
    def sheet_field(self) -> Any:
        """On what they are printed."""
        return self.fields["sheet"]

    def clean(self) -> dict[str, Any]:
        """The first label lies on the sheet; a use-by of another year is a slip."""
        data = super().clean()
        if self.moments and self.moments[1] - self.moments[0] > LONGEST_USE:
            self.add_error("use_by_on", _("Use by lies more than a month after the preparation: check both dates."))
        sheet, first = SHEETS.get(data.get("sheet", "")), data.get("first")
        if sheet and first and first > sheet.labels:
            self.add_error("first", _("This sheet has %(count)s labels.") % {"count": sheet.labels})
        return data


def proposed(subject: Subject, moments: Mapping[str, date | time]) -> dict[str, Any]:
    """All bags on a sheet of eight, with these moments."""
    solutions = subject.shown.document.infusion.schedule.solutions
    return {"bags": [str(bag.number) for bag in solutions], "sheet": "a4-8", "first": 1, **moments}
