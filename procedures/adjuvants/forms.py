"""What people type about adjuvant medicines: checked, never saved here."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.pages.fields import EntryKeyField, LineField
from drugs.fields import NamedField
from procedures.adjuvants.entered import NewPlan
from procedures.adjuvants.impossible import LONGEST_INTERVAL, plan_problems
from procedures.choices import Adjuvant
from reactions.recording.fields import WholeField
from reactions.recording.impossible import Problem
from reactions.recording.time_fields import PartDayField


class AboutForm(forms.Form):
    """Which medicine, given so that which culprit drug is tolerated."""

    entry_key = EntryKeyField()
    adjuvant = forms.ChoiceField(label=gettext_lazy("Medicine"), choices=Adjuvant.choices)
    other_name = LineField(label=gettext_lazy("Name of another medicine"), required=False)
    culprit = NamedField(
        label=gettext_lazy("Given for the desensitization to"),
        widget=forms.TextInput(attrs={"list": "drug-names", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, born: date, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.born, self.today = born, today

    def about(self) -> dict[str, Any]:
        """The medicine and the culprit."""
        return {name: self.cleaned_data[name] for name in ("adjuvant", "other_name", "culprit")}

    def refuse(self, found: Iterable[Problem]) -> None:
        """Say each problem beside its field."""
        for problem in found:
            self.add_error(problem.field if problem.field in self.fields else None, problem.text)


class OngoingForm(AboutForm):
    """How it goes on from a day; the two forms below say how."""

    from_on = PartDayField(label=gettext_lazy("From"))

    field_order = ("adjuvant", "other_name", "culprit", "from_on")

    def how(self) -> dict[str, Any]:
        """What is said of it."""
        raise NotImplementedError

    def new_plan(self) -> NewPlan:
        """What was typed, as the service takes it."""
        day, precision = self.cleaned_data["from_on"]
        return NewPlan(from_on=day, from_precision=str(precision), **self.about(), **self.how())

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not self.errors:
            self.refuse(plan_problems(self.new_plan(), born=self.born))
        return data


class PlanForm(OngoingForm):
    """The maintenance interval."""

    interval_days = WholeField(
        label=gettext_lazy("Days between two doses"), minimum=1, maximum=LONGEST_INTERVAL, required=True
    )

    def how(self) -> dict[str, Any]:
        """The interval."""
        return {"interval_days": self.cleaned_data["interval_days"]}


class StopForm(OngoingForm):
    """That it was stopped, and why."""

    from_on = PartDayField(label=gettext_lazy("Stopped on"))
    reason = LineField(label=gettext_lazy("Reason"))

    def how(self) -> dict[str, Any]:
        """The reason."""
        return {"stopped": True, "reason": self.cleaned_data["reason"]}

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("from_on") is not None and data["from_on"][0] > self.today:
            self.add_error("from_on", _("This date lies in the future. Expected a day up to today."))
        return data
