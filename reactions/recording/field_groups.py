"""The fields of the reaction's page in their groups, each group a form of its own; `form.ReactionForm` joins them."""

from django import forms
from django.utils.translation import gettext_lazy as _

from desens.pages.fields import LineField, NoteField
from drugs.fields import NamedField
from reactions.choices import Administration, AmountUnit, Care, Excipient, Occasion, RateUnit, TimeUnit
from reactions.recording.choice_fields import WordField, YesNoField
from reactions.recording.fields import FigureField, WholeField
from reactions.recording.time_fields import ClockField, PartDayField
from reactions.rules.signs import SIGNS

TIMES = 1_000
LARGEST = 1_000_000


class ExposureFields(forms.Form):
    """What was given and when the reaction began."""

    culprit = NamedField(
        label=_("Culprit drug"), widget=forms.TextInput(attrs={"list": "drug-names", "autocomplete": "off"})
    )
    exposure_number = WholeField(label=_("Exposure number"), minimum=1, maximum=TIMES)
    started_on = PartDayField(label=_("Exposure on"), help_text=_("Or the month or year, if no more is known."))
    started_time = ClockField(label=_("Exposure began at"))
    onset = FigureField(label=_("Onset after the start"), decimals=2, maximum=100_000)
    onset_unit = forms.ChoiceField(label=_("Unit of the onset"), choices=TimeUnit.choices, required=False)
    onset_clock = ClockField(label=_("or: reaction began at"))
    onset_measured = forms.BooleanField(label=_("Read off a clock, not estimated"), required=False)


class AdministrationFields(forms.Form):
    """More about what was given."""

    excipient = WordField(label=_("Suspected excipient"), words=Excipient.choices)
    occasion = forms.ChoiceField(label=_("During"), choices=Occasion.choices, required=False)
    cycle_number = WholeField(label=_("Cycle"), minimum=1, maximum=TIMES)
    infusion_number = WholeField(label=_("Infusion"), minimum=1, maximum=TIMES)
    protocol_steps = WholeField(label=_("Steps of the protocol"), minimum=1, maximum=100)
    step = WholeField(label=_("At step"), minimum=1, maximum=100)
    planned_dose = FigureField(label=_("Planned dose"), maximum=LARGEST)
    dose_reached = FigureField(label=_("Dose reached"), maximum=LARGEST)
    dose_unit = forms.ChoiceField(label=_("Unit of the doses"), choices=AmountUnit.choices, required=False)
    rate_reached = FigureField(label=_("Rate reached"), maximum=100_000)
    rate_reached_unit = forms.ChoiceField(label=_("Unit of the rate"), choices=RateUnit.choices, required=False)
    folinic_acid = YesNoField(label=_("Folinic acid given that day"))
    other_drugs = LineField(label=_("Other drugs given that day"), required=False)


class SeenFields(forms.Form):
    """Signs, their extent, and the worst vitals."""

    signs = forms.MultipleChoiceField(
        label=_("Signs"), choices=list(SIGNS.items()), widget=forms.CheckboxSelectMultiple, required=False
    )
    sites = LineField(label=_("Where on the skin"), required=False)
    body_surface_percent = FigureField(label=_("Body surface"), unit="percent", decimals=1, maximum=100)
    sbp_mmhg = WholeField(label=_("Lowest SBP"), unit="mmHg", maximum=300)
    baseline_sbp_mmhg = WholeField(label=_("SBP before"), unit="mmHg", minimum=30, maximum=300)
    spo2_percent = WholeField(label=_("Lowest SpO2"), unit="percent", maximum=100)
    heart_rate = WholeField(label=_("Heart rate"), unit="/min", maximum=400)
    baseline_heart_rate = WholeField(label=_("Heart rate before"), unit="/min", minimum=20, maximum=400)
    temperature_c = FigureField(label=_("Temperature"), unit="°C", decimals=1, minimum=20, maximum=45)


class CourseFields(forms.Form):
    """What became of it."""

    untreated = forms.BooleanField(label=_("Nothing was given"), required=False)
    administration = WordField(label=_("The administration"), words=Administration.choices)
    care = WordField(label=_("The patient"), words=Care.choices)
    biphasic = YesNoField(label=_("Came back after it had gone (biphasic)"))
    duration = FigureField(label=_("Duration"), decimals=2, maximum=100_000)
    duration_unit = forms.ChoiceField(label=_("Unit of the duration"), choices=TimeUnit.choices, required=False)
    note = NoteField(label=_("Note"), required=False)
