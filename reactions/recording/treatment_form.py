"""One row of treatment: what was given, how much, when."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.numbers.sentences import figures_kept
from desens.pages.fields import LineField
from desens.pages.widgets import PLAIN
from reactions.choices import StartPrecision, TreatmentUnit
from reactions.models import TreatmentGiven
from reactions.recording.entered import NewTreatment
from reactions.recording.fields import FigureField
from reactions.recording.times import at_clock, read_clock
from reactions.rules.treatments import TREATMENTS

LONGEST_MINUTES = 100_000


class TreatmentForm(forms.Form):
    """One row. Time is minutes after the onset (5) or the clock (14:05), which needs the day of the exposure."""

    code = forms.ChoiceField(label=gettext_lazy("Given"), choices=lambda: [("", "—"), *_treatments()], required=False)
    drug = LineField(label=gettext_lazy("Drug"), required=False)
    dose = FigureField(label=gettext_lazy("Dose"), maximum=1_000_000)
    dose_unit = forms.ChoiceField(label=gettext_lazy("Unit"), choices=TreatmentUnit.choices, required=False)
    when = LineField(
        label=gettext_lazy("Time"),
        required=False,
        widget=forms.TextInput(attrs={**PLAIN, "placeholder": gettext_lazy("min or HH:MM"), "maxlength": 6}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for bound in self:
            choice = isinstance(bound.field, forms.ChoiceField)
            wrong = " is-invalid" if self.is_bound and bound.errors else ""
            bound.field.widget.attrs["class"] = ("form-select" if choice else "form-control") + wrong

    def clean_when(self) -> int | time | None:
        """Minutes after the onset, or a time of day."""
        typed: str = self.cleaned_data["when"]
        if typed.isascii() and typed.isdecimal() and int(typed) <= LONGEST_MINUTES:
            return int(typed)
        try:
            return read_clock(typed) if typed else None
        except ValueError:
            message = _("Type minutes after the onset, such as 5, or a time, such as 14:05.")
            raise forms.ValidationError(message) from None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not data.get("code") and any(data.get(name) not in ("", None) for name in ("drug", "dose", "when")):
            self.add_error("code", _("Choose what was given; the dose alone says nothing."))
        if data.get("dose") is not None and not data.get("dose_unit"):
            self.add_error("dose_unit", _("Choose the unit of the dose."))
        return data

    def new_treatment(self, started: tuple[datetime, str] | None) -> NewTreatment | None:
        """What was given, None for an empty row; a clock time without the day of the exposure is an error."""
        data = self.cleaned_data
        if not data.get("code"):
            return None
        dose, moment = data.get("dose"), data.get("when")
        return NewTreatment(
            code=data["code"],
            drug=data.get("drug", ""),
            dose=dose,
            dose_unit=data.get("dose_unit", "") if dose is not None else "",
            given_at=self._moment(moment, started) if isinstance(moment, time) else None,
            minutes_after_onset=moment if isinstance(moment, int) else None,
        )

    def _moment(self, clock: time, started: tuple[datetime, str] | None) -> datetime | None:
        if started is None or started[1] not in (StartPrecision.MINUTE, StartPrecision.DAY):
            self.add_error("when", _("A time of day needs the day of the exposure; or type minutes after the onset."))
            return None
        try:
            return at_clock(timezone.localdate(started[0]), clock, timezone.get_current_timezone())
        except ValueError:
            self.add_error("when", _("The clock skips this time on that day."))
            return None

    @staticmethod
    def opened(row: TreatmentGiven) -> dict[str, Any]:
        """A stored row as it would be typed."""
        at = timezone.localtime(row.given_at).strftime("%H:%M") if row.given_at else row.minutes_after_onset
        return {
            "code": row.code,
            "drug": row.drug,
            "dose": row.dose,
            "dose_unit": row.dose_unit or None,
            "when": "" if at is None else str(at),
        }


def _treatments() -> list[tuple[str, str]]:
    return [(code, figures_kept(_(name))) for code, name in TREATMENTS.items()]
