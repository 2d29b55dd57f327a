"""The form of a release: the procedure, what is asked and measured today, a reason where one is due, the password."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.access.signing import SigningForm
from desens.pages.fields import DateField, EntryKeyField, LineField, NumberField
from patients.background.entry_form import NO_CHOICE
from protocols.models import Place
from protocols.rules.readiness_messages import TOPICS
from protocols.rules.readiness_record import Answers

#: A day further ahead is likelier a slip of the month or the year: a choice of this program.
MOST_DAYS_AHEAD = 60
PROCEDURE = ("planned_on", "place", "patients_per_nurse", "allergist")
TODAY = (
    *("consent_again", "infection", "temperature_c", "systolic_mmhg", "diastolic_mmhg"),
    *("spo2_percent", "heart_rate", "beta_blocker", "beta_blocker_why"),
)
#: The fields by which a topic is answered; the others are only recorded elsewhere.
TYPED: Mapping[str, tuple[str, ...]] = {
    "place": ("place",),
    "nurses": ("patients_per_nurse",),
    "allergist": ("allergist",),
    "separate-days": ("planned_on",),
    "consent-again": ("consent_again",),
    "infection": ("infection",),
    "temperature": ("temperature_c",),
    "pressure": ("systolic_mmhg", "diastolic_mmhg"),
    "saturation": ("spo2_percent",),
    "heart-rate": ("heart_rate",),
    "beta-blocker": ("beta_blocker", "beta_blocker_why"),
}


def _measured(label: Any, unit: str, least: int, most: int) -> NumberField:
    """A value within what a living person may have; outside it is a slip."""
    return NumberField(label=label, unit=unit, minimum=least, maximum=most, required=False)


def _asked(label: Any, *options: tuple[str, Any]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=[NO_CHOICE, *options], required=False)


class ReleaseForm(SigningForm):
    """What is typed at a release; `seen` is what the page showed (reactions.assessing.facts).

    With `signs` False the items are only judged: no password is read, and what is not typed yet is no error.
    """

    entry_key = EntryKeyField()
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=20_000)
    planned_on = DateField(label=gettext_lazy("Date of the procedure"))
    place = forms.ChoiceField(label=gettext_lazy("Place"), choices=[NO_CHOICE, *Place.choices])
    patients_per_nurse = NumberField(label=gettext_lazy("Patients per nurse"), unit="", minimum=1, maximum=20)
    allergist = _asked(
        gettext_lazy("Allergist within 3\u00a0minutes"),
        ("present", gettext_lazy("yes, and present at the first dose")),
        ("within", gettext_lazy("yes, but not present at the first dose")),
        ("far", gettext_lazy("no")),
    )
    consent_again = _asked(
        gettext_lazy("Patient agrees, asked again"),
        ("yes", gettext_lazy("yes")),
        ("no", gettext_lazy("no")),
    )
    infection = _asked(
        gettext_lazy("Infection or fever"), ("none", gettext_lazy("none")), ("present", gettext_lazy("present"))
    )
    temperature_c = _measured(gettext_lazy("Temperature"), "°C", 30, 44)
    systolic_mmhg = _measured(gettext_lazy("Systolic pressure"), "mmHg", 40, 300)
    diastolic_mmhg = _measured(gettext_lazy("Diastolic pressure"), "mmHg", 20, 200)
    spo2_percent = _measured(gettext_lazy("Oxygen saturation"), "percent", 50, 100)
    heart_rate = _measured(gettext_lazy("Heart rate"), "/min", 20, 250)
    beta_blocker = _asked(
        gettext_lazy("Beta-blocker"),
        ("none", gettext_lazy("none is taken")),
        ("continue", gettext_lazy("goes on")),
        ("hold", gettext_lazy("the dose before is held")),
    )
    beta_blocker_why = LineField(label=gettext_lazy("Why it goes on or is held"), required=False)

    def __init__(self, *args: Any, signs: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.signs, self.today = signs, timezone.localdate()
        for topic, (title, _source) in TOPICS.items():
            self.fields[f"reason-{topic}"] = LineField(label=_("Reason: %(item)s") % {"item": _(title)}, required=False)
        self.order_fields([name for name in self.fields if name != "password"])

    def full_clean(self) -> None:
        """Where nothing is signed, what is missing is not marked: the items say it."""
        super().full_clean()
        if self.is_bound and not self.signs:
            for name, found in list(self.errors.items()):
                if name == "password" or all(error.code == "required" for error in found.as_data()):
                    del self.errors[name]

    def clean_password(self) -> str:
        """Read only to sign."""
        return super().clean_password() if self.signs else ""

    def clean_planned_on(self) -> date:
        """Today or later, and not so far ahead that it is a slip."""
        day: date = self.cleaned_data["planned_on"]
        if day < self.today:
            raise ValidationError(_("This date has passed. A release is for a procedure to come."))
        if day > self.today + timedelta(days=MOST_DAYS_AHEAD):
            raise ValidationError(_("Type a date within %(days)d days.") % {"days": MOST_DAYS_AHEAD})
        return day

    def clean_patients_per_nurse(self) -> int:
        """A whole number."""
        number = self.cleaned_data["patients_per_nurse"]
        if number != int(number):
            raise ValidationError(_("Type a whole number of patients."))
        return int(number)

    def clean(self) -> dict[str, Any]:
        """The lower pressure lies below the upper one."""
        data = super().clean() or self.cleaned_data
        systolic, diastolic = data.get("systolic_mmhg"), data.get("diastolic_mmhg")
        if systolic is not None and diastolic is not None and diastolic >= systolic:
            self.add_error("diastolic_mmhg", _("The diastolic pressure lies below the systolic one."))
        return data

    @property
    def procedure(self) -> list[forms.BoundField]:
        """The fields of the procedure."""
        return [self[name] for name in PROCEDURE]

    @property
    def fitness(self) -> list[forms.BoundField]:
        """The fields of what is asked and measured today."""
        return [self[name] for name in TODAY]

    @property
    def _read(self) -> dict[str, Any]:
        return self.cleaned_data if self.is_bound and self.errors is not None else {}

    def answers(self) -> Answers:
        """What was typed, as far as it could be read; nothing before the form is sent."""
        read = self._read
        exact = {name: Fraction(value) for name, value in read.items() if name in TODAY and _is_figure(value)}
        names = Answers.__dataclass_fields__
        return Answers(**({name: value for name, value in read.items() if name in names and value} | exact))

    def reasons(self) -> dict[str, str]:
        """The reasons typed, by topic."""
        read = self._read
        return {topic: read[f"reason-{topic}"] for topic in TOPICS if read.get(f"reason-{topic}")}

    def wrong(self, topic: str) -> list[tuple[str, str]]:
        """(label, message) of what was typed about a topic and cannot be read."""
        names = (*TYPED.get(topic, ()), f"reason-{topic}")
        return [(str(self.fields[name].label), str(error)) for name in names for error in self.errors.get(name, ())]

    def due_before(self) -> frozenset[str]:
        """The topics whose reason the page asked for when this was sent."""
        return frozenset(self.data.getlist("due") if isinstance(self.data, MultiValueDict) else ())

    def is_touched(self, topic: str) -> bool:
        """Whether anything was typed about a topic."""
        return any(self.data.get(name) for name in (*TYPED.get(topic, ()), f"reason-{topic}"))

    def demand(self, topics: Iterable[str]) -> None:
        """Mark each topic that wants a reason; one whose own field is wrong says so there."""
        for topic in topics:
            if not self.errors.keys() & {*TYPED.get(topic, ()), f"reason-{topic}"}:
                self.add_error(f"reason-{topic}", _("Say why it is released all the same, or record it."))


def _is_figure(value: Any) -> bool:
    return value is not None and not isinstance(value, str)
