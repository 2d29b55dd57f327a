"""What people type about a patient's background: checked, never saved here."""

from collections.abc import Collection, Iterator
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, TypeVar, cast

from django import forms
from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desens.pages.fields import DateField, LineField, NumberField
from patients.background.entered import NewCondition, NewLine, NewLineEnd
from patients.background.selectors import active_diagnoses, open_lines
from patients.background_choices import ConditionState, Intention
from patients.background_models import TreatmentLine
from patients.forms import DatedForm, refuse_future
from patients.models import Patient
from patients.rules.since import since_problem

Entered = TypeVar("Entered")
NO_CHOICE = ("", "—")
SINCE_PROBLEMS = {
    "not_a_date": gettext_lazy("Type a year, a month or a day, such as 2017, 2017-05 or 2017-05-03."),
    "no_such_day": gettext_lazy("This is not in the calendar. Type a year, a month or a day, such as 2017-05."),
    "in_the_future": gettext_lazy("This lies in the future. Expected a day up to today."),
}
MOST_CYCLE_DAYS = 366


class EntryForm(DatedForm):
    """One kind of entry; `ids` are the records of the person, `title` heads the page, `new_entry` is what was typed."""

    title: ClassVar[str | Promise]
    hint: ClassVar[str | Promise] = ""
    told: ClassVar[str | Promise] = gettext_lazy("Recorded.")
    in_pairs: ClassVar[bool] = False

    def __init__(self, *args: Any, patient: Patient, ids: Collection[int], **kwargs: Any) -> None:
        self.patient, self.ids = patient, ids
        super().__init__(*args, **kwargs)

    def shown(self) -> Iterator[BoundField]:
        """The fields of the page, in order."""
        return iter(self.visible_fields())

    def past_day(self, name: str) -> date | None:
        """The date of a field; ValidationError if it has not come, or lies before the birth."""
        day: date | None = self.cleaned_data[name]
        if day is not None and refuse_future(day, self.today) < self.patient.birth_date:
            raise forms.ValidationError(_("This date lies before the birth date."))
        return day

    def new_entry(self) -> Any:
        """What was typed, as the kind's service takes it."""
        raise NotImplementedError

    def entered(self, kind: type[Entered]) -> Entered:
        """The frozen value of that kind, from the fields of the same names."""
        names = [field.name for field in fields(cast(Any, kind))]
        return kind(**{name: self.cleaned_data[name] for name in names})


class ConditionForm(EntryForm):
    """A diagnosis."""

    title = gettext_lazy("Record a condition")
    hint = gettext_lazy("The same diagnosis recorded again, for example as resolved, replaces the entry before.")

    diagnosis = LineField(label=gettext_lazy("Diagnosis"))
    state = forms.ChoiceField(
        label=gettext_lazy("State"), choices=ConditionState.choices, initial=ConditionState.ACTIVE
    )
    since = LineField(
        label=gettext_lazy("Since"),
        required=False,
        widget=forms.TextInput(attrs={"placeholder": "YYYY-MM-DD", "autocomplete": "off", "maxlength": 10}),
        help_text=gettext_lazy("A year, a month or a day. Empty if nobody knows."),
    )

    def clean_since(self) -> str:
        since: str = self.cleaned_data["since"]
        problem = since_problem(since, today=self.today) if since else None
        if problem:
            raise forms.ValidationError(SINCE_PROBLEMS[problem])
        if since and since < self.patient.birth_date.isoformat()[: len(since)]:
            raise forms.ValidationError(_("This date lies before the birth date."))
        return since

    def new_entry(self) -> NewCondition:
        return self.entered(NewCondition)


class LineForm(EntryForm):
    """A treatment line; its drugs follow one by one."""

    title = gettext_lazy("Record a treatment line")
    hint = gettext_lazy("The ordered dose of each drug is recorded afterwards.")
    told = gettext_lazy("Recorded. Next: the ordered dose of each drug.")

    diagnosis = LineField(label=gettext_lazy("Diagnosis"))
    regimen = LineField(label=gettext_lazy("Regimen"))
    cycle_days = NumberField(label=gettext_lazy("From cycle to cycle"), unit="days", required=False)
    intention = forms.ChoiceField(
        label=gettext_lazy("Intention"), choices=[NO_CHOICE, *Intention.choices], required=False
    )
    oncologist = LineField(label=gettext_lazy("Oncologist"), required=False)
    started_on = DateField(label=gettext_lazy("Started on"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        diagnoses = active_diagnoses(self.ids)
        self.initial.setdefault("diagnosis", diagnoses[0] if len(diagnoses) == 1 else "")

    def clean_cycle_days(self) -> int | None:
        days: Decimal | None = self.cleaned_data["cycle_days"]
        if days is None:
            return None
        if days != int(days) or not 1 <= days <= MOST_CYCLE_DAYS:
            raise forms.ValidationError(_("Type a whole number of days from 1 to %d.") % MOST_CYCLE_DAYS)
        return int(days)

    def clean_started_on(self) -> date | None:
        return self.past_day("started_on")

    def new_entry(self) -> NewLine:
        return self.entered(NewLine)


class LineChoice(forms.ModelChoiceField):
    """One of the patient's open lines, by its key."""

    def __init__(self) -> None:
        super().__init__(
            queryset=TreatmentLine.objects.none(),
            label=gettext_lazy("Treatment line"),
            to_field_name="entry_key",
            empty_label=NO_CHOICE[1],
        )

    def label_from_instance(self, obj: Any) -> str:
        """Regimen and diagnosis."""
        return str(obj.told)


class OfLineForm(EntryForm):
    """An entry that belongs to one open line of this very patient."""

    line = LineChoice()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lines = open_lines(self.ids)
        self.fields["line"].queryset = lines  # type: ignore[attr-defined]  # the stubs know the base field only
        keys = [str(line.entry_key) for line in lines]
        if len(keys) == 1:
            self.initial.setdefault("line", keys[0])


class LineEndForm(OfLineForm):
    """The end of a line."""

    title = gettext_lazy("End a treatment line")

    ended_on = DateField(label=gettext_lazy("Ended on"))

    def clean_ended_on(self) -> date | None:
        day, line = self.past_day("ended_on"), self.cleaned_data.get("line")
        if day and line and line.started_on and day < line.started_on:
            raise forms.ValidationError(
                _("The line started on %(date)s.") % {"date": line.started_on.isoformat()}, code="before_start"
            )
        return day

    def new_entry(self) -> NewLineEnd:
        return self.entered(NewLineEnd)
