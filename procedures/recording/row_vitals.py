"""Rows of the sheet: vital signs before the first step, and a step with those beside it."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy

from desens.pages.fields import LineField
from procedures.recording.day_clock import DayClockField
from procedures.recording.entered import NewVitals
from procedures.recording.pressure import Pressure, PressureField
from procedures.recording.row_form import RowForm
from reactions.recording.fields import FigureField, WholeField


class VitalsForm(RowForm):
    """Vital signs as the sheet has them: before the first step, or of a step."""

    heart_rate = WholeField(label=gettext_lazy("HR"), maximum=400)
    pressure = PressureField(label=gettext_lazy("BP"))
    spo2_percent = WholeField(label=gettext_lazy("SpO2"), maximum=100)
    temperature_c = FigureField(label=gettext_lazy("T"), decimals=1, minimum=20, maximum=45)
    seen = LineField(label=gettext_lazy("Signs"), required=False)

    def new_vitals(self, *, at: datetime | None, step: int | None) -> NewVitals | None:
        """What was typed; None for an empty row. `step` None is the baseline."""
        data = self.cleaned_data
        pressure: Pressure | None = data.get("pressure")
        figures = {name: data.get(name) for name in ("heart_rate", "spo2_percent", "temperature_c")}
        if pressure is None and not data.get("seen") and all(value is None for value in figures.values()):
            return None
        return NewVitals(
            at=at,
            baseline=step is None,
            step=step,
            systolic_mmhg=pressure.systolic if pressure else None,
            diastolic_mmhg=pressure.diastolic if pressure else None,
            seen=data.get("seen", ""),
            **figures,
        )


class StepForm(VitalsForm):
    """A step: when it began, at which rate where that was another than planned, and the vital signs beside it."""

    start = DayClockField(label=gettext_lazy("Start"))
    rate_ml_h = FigureField(label=gettext_lazy("Other rate, mL/h"), maximum=10_000)

    field_order = ("start",)

    def __init__(self, *args: Any, has_start: bool = True, has_rate: bool = True, **options: Any) -> None:
        """The first step begins at the start above; a dose by mouth has no rate."""
        super().__init__(*args, **options)
        if not has_start:
            del self.fields["start"]
        if not has_rate:
            del self.fields["rate_ml_h"]
