"""The fields of a procedure beside its rows: when, where and what was given, and how it ended."""

from django import forms
from django.utils.translation import gettext_lazy

from desens.pages.fields import EntryKeyField, LineField, NoteField
from desens.pages.widgets import PLAIN
from procedures.choices import DoseUnit, Outcome, StoppedBy
from procedures.recording.day_clock import DayClockField
from protocols.models import Place
from reactions.recording.choice_fields import WordField
from reactions.recording.fields import FigureField, WholeField
from reactions.recording.time_fields import ClockField, PartDayField

UNITS = [("", "—"), *DoseUnit.choices]
HIGHEST = 999_999_999


class GivenFields(forms.Form):
    """When, where, by whom, and what."""

    entry_key = EntryKeyField()
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=1_000)
    told = forms.CharField(widget=forms.HiddenInput, required=False, max_length=400)
    culprit = LineField(
        label=gettext_lazy("Culprit drug"), widget=forms.TextInput(attrs={**PLAIN, "list": "drug-names"})
    )
    day = PartDayField(label=gettext_lazy("Date"))
    started = ClockField(label=gettext_lazy("Start of step 1"))
    place = WordField(label=gettext_lazy("Place"), words=Place.choices)
    staff = LineField(label=gettext_lazy("Staff"), required=False)
    cycle_number = WholeField(label=gettext_lazy("Cycle"), minimum=1, maximum=1_000)
    steps = WholeField(label=gettext_lazy("Steps"), minimum=1, maximum=100)
    bags = WholeField(label=gettext_lazy("Bags"), minimum=1, maximum=20)
    protocol_note = LineField(label=gettext_lazy("Protocol"), required=False)
    planned_dose = FigureField(label=gettext_lazy("Planned dose"), maximum=HIGHEST)
    planned_dose_unit = forms.ChoiceField(label=gettext_lazy("Unit"), choices=UNITS, required=False)
    all_premedication = forms.BooleanField(label=gettext_lazy("All given as ordered"), required=False)
    none_premedicated = forms.BooleanField(label=gettext_lazy("No premedication was given"), required=False)
    as_planned = forms.BooleanField(label=gettext_lazy("All steps as planned"), required=False)


class EndingFields(forms.Form):
    """How it ended, and why what seems to contradict itself is true."""

    outcome = WordField(label=gettext_lazy("Outcome"), words=Outcome.choices, widget=forms.RadioSelect)
    last_step = WholeField(label=gettext_lazy("Last step begun"), minimum=1, maximum=100)
    stopped_at = DayClockField(label=gettext_lazy("Stopped at"))
    stopped_by = WordField(label=gettext_lazy("Stopped by"), words=StoppedBy.choices)
    reason = LineField(label=gettext_lazy("Why it was stopped"), required=False)
    delivered = FigureField(label=gettext_lazy("Dose delivered, as read or reckoned"), maximum=HIGHEST)
    delivered_unit = forms.ChoiceField(label=gettext_lazy("Unit"), choices=UNITS, required=False)
    observed_minutes = WholeField(label=gettext_lazy("Observed after the end, min"), maximum=10_080)
    note = NoteField(label=gettext_lazy("Note"), required=False)
    doubt_reason = LineField(label=gettext_lazy("Why this is so"), required=False)
    why = LineField(label=gettext_lazy("Why it is corrected"))
