"""What labels need beside the version: when the bags were made, until when they serve, what they are printed on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from desens.pages.times import local_text
from protocols.documents.label_sheets import MOST_LABELS, SHEETS
from protocols.making.moments import MomentsForm
from protocols.papers.stability import stable_until
from protocols.papers.subject import Subject

#: No stated stability of a diluted drug comes near; longer is a slip of the month or the year.
LONGEST_USE = timedelta(days=31)
BEYOND = gettext_noop(
    "The shortest stated stability ends at %(when)s. Where the bags are used longer, record them as made, with the "
    "reason: labels then take that time."
)


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What a use-by rests on: the shortest stated stability in hours, and the use-by that a record of the bags has."""

    hours: Fraction | None
    recorded: datetime | None

    def latest(self, prepared_at: datetime) -> datetime | None:
        """The last moment a label may name; None where nobody stated how long the product is stable."""
        stable = stable_until(prepared_at, self.hours)
        return max(stable, self.recorded) if stable and self.recorded else stable


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

    def __init__(self, *args: Any, subject: Subject, limits: Limits, **options: Any) -> None:
        super().__init__(*args, **options)
        self.limits = limits
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
        """The first label lies on the sheet; a use-by of another year is a slip, one beyond the stability refused."""
        data = super().clean()
        latest = self.limits.latest(self.moments[0]) if self.moments else None
        if self.moments and self.moments[1] - self.moments[0] > LONGEST_USE:
            self.add_error("use_by_on", _("Use by lies more than a month after the preparation: check both dates."))
        elif self.moments and latest and self.moments[1] > latest:
            self.add_error("use_by_on", _(BEYOND) % {"when": local_text(latest, get_current_timezone())})
        sheet, first = SHEETS.get(data.get("sheet", "")), data.get("first")
        if sheet and first and first > sheet.labels:
            self.add_error("first", _("This sheet has %(count)s labels.") % {"count": sheet.labels})
        return data


def proposed(subject: Subject, moments: Mapping[str, date | time]) -> dict[str, Any]:
    """All bags on a sheet of eight, with these moments."""
    solutions = subject.shown.document.infusion.schedule.solutions
    return {"bags": [str(bag.number) for bag in solutions], "sheet": "a4-8", "first": 1, **moments}
