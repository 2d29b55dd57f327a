"""What labels need beside the version: when the bags were made, until when they serve, what they are printed on."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.pages.fields import DateField
from protocols.documents.label_sheets import MOST_LABELS, SHEETS
from protocols.papers.subject import Subject
from reactions.recording.time_fields import ClockField
from reactions.recording.times import at_clock


class LabelsForm(forms.Form):
    """`moments` are (prepared, use by), aware; errors stand beside the fields."""

    prepared_on = DateField(label=gettext_lazy("Prepared on"))
    prepared_time = ClockField(label=gettext_lazy("at"), required=True)
    use_by_on = DateField(label=gettext_lazy("Use by"))
    use_by_time = ClockField(label=gettext_lazy("at"), required=True)
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
        self.moments: tuple[datetime, datetime] | None = None

    @property
    def bag_field(self) -> Any:
        """Which bags get a label."""
        return self.fields["bags"]

    @property
    def sheet_field(self) -> Any:
        """On what they are printed."""
        return self.fields["sheet"]

    def clean(self) -> dict[str, Any]:
        """Both moments exist and are in order; the first label lies on the sheet."""
        data: dict[str, Any] = super().clean() or {}
        prepared, use_by = self._moment("prepared"), self._moment("use_by")
        if prepared and use_by and use_by <= prepared:
            self.add_error("use_by_on", _("A bag is used after it is prepared: type a later time."))
        elif prepared and use_by:
            self.moments = prepared, use_by
        sheet, first = SHEETS.get(data.get("sheet", "")), data.get("first")
        if sheet and first and first > sheet.labels:
            self.add_error("first", _("This sheet has %(count)s labels.") % {"count": sheet.labels})
        return data

    def _moment(self, name: str) -> datetime | None:
        day: date | None = self.cleaned_data.get(f"{name}_on")
        clock: time | None = self.cleaned_data.get(f"{name}_time")
        if day is None or clock is None:
            return None
        try:
            return at_clock(day, clock, timezone.get_current_timezone())
        except ValueError:
            self.add_error(f"{name}_time", ValidationError(_("The clock skips this time on that day.")))
            return None


def proposed(subject: Subject, *, now: datetime, least_hours: Any) -> dict[str, Any]:
    """Made now, used by the shortest stated stability (whole minutes, rounded down), all bags on a sheet of eight."""
    local = timezone.localtime(now).replace(second=0, microsecond=0)
    first = {
        "prepared_on": local.date(),
        "prepared_time": local.time(),
        "bags": [str(bag.number) for bag in subject.shown.document.infusion.schedule.solutions],
        "sheet": "a4-8",
        "first": 1,
    }
    if least_hours is None:
        return first
    until = timezone.localtime(now.replace(second=0, microsecond=0) + timedelta(minutes=int(least_hours * 60)))
    return first | {"use_by_on": until.date(), "use_by_time": until.time()}
