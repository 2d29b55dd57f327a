"""A row of the sheet for what else happened to the infusion."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from procedures.choices import EventKind
from procedures.recording.day_clock import DayClockField
from procedures.recording.row_form import RowForm
from reactions.recording.fields import FigureField, WholeField

EVENTS = [("", "—"), *((kind.value, kind.label) for kind in (EventKind.PAUSE, EventKind.RESUME, EventKind.START))]


class EventForm(RowForm):
    """A pause, a resume, or a step begun again."""

    kind = forms.ChoiceField(label=gettext_lazy("What"), choices=EVENTS, required=False)
    at = DayClockField(label=gettext_lazy("Time"))
    step = WholeField(label=gettext_lazy("Step"), minimum=1, maximum=100)
    rate_ml_h = FigureField(label=gettext_lazy("Rate, mL/h"), maximum=10_000)
    infused_ml = FigureField(label=gettext_lazy("Read off the pump, mL"), maximum=100_000)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        kind = data.get("kind")
        if not kind and any(data.get(name) is not None for name in ("at", "step", "rate_ml_h", "infused_ml")):
            self.add_error("kind", _("Choose what happened."))
        if kind == EventKind.START and data.get("step") is None and "step" not in self.errors:
            self.add_error("step", _("Type which step was begun again."))
        if kind == EventKind.PAUSE and data.get("rate_ml_h") is not None:
            self.add_error("rate_ml_h", _("A pause has no rate. Type it with the resume."))
        return data
