"""The form that ties a recorded reaction to a procedure, or says anew where it came."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from desens.pages.fields import EntryKeyField
from procedures.breakthroughs.course import Course
from procedures.breakthroughs.entered import NewTie
from procedures.breakthroughs.filling import filled, minute_of
from procedures.breakthroughs.impossible import problems, problems_between
from procedures.breakthroughs.place_fields import NO_UNIT, PlaceFields
from procedures.choices import DoseUnit
from procedures.models import Breakthrough
from reactions.models import Reaction
from reactions.recording.fields import FigureField, WholeField

BESIDE = {"dose_reached_unit": "dose_unit", "started_on": "reaction", "protocol_steps": "step"}


class TieForm(PlaceFields):
    """Where it came. What stays empty is taken from the reaction and from the recorded times."""

    entry_key = EntryKeyField()
    reaction = forms.ChoiceField(label=_("Reaction"))
    step = WholeField(label=_("At step"), minimum=1, maximum=100)
    minute = FigureField(label=_("Minutes after the start of step 1"), decimals=4, maximum=100_000)
    dose_reached = FigureField(label=_("Cumulative dose reached"), maximum=1_000_000_000)
    dose_unit = forms.ChoiceField(label=_("Unit of the dose"), choices=[NO_UNIT, *DoseUnit.choices], required=False)

    field_order = ("reaction", "step", "bag", "minute", "dose_reached", "dose_unit", "done_next", "late")

    def __init__(self, *args: Any, course: Course, cases: Mapping[str, Reaction], **options: Any) -> None:
        """`cases`: the reactions to choose from, by their key."""
        super().__init__(*args, **options)
        self.course, self.cases, self.now = course, cases, timezone.now()
        self.fields["reaction"].choices = [(key, row.told) for key, row in cases.items()]  # type: ignore[attr-defined]  # the stubs know the base field only
        self.tie = NewTie()

    @classmethod
    def opened(cls, row: Breakthrough) -> dict[str, Any]:
        """What stands, as it would be typed; a computed dose is computed again."""
        same = ("step", "bag", "minute", "done_next", "late", "hours_after_end")
        initial = {name: getattr(row, name) for name in same}
        if row.dose_reached is not None and not row.dose_computed:
            initial |= {"dose_reached": row.dose_reached, "dose_unit": row.dose_reached_unit}
        return initial | {"reaction": str(row.reaction_case)}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        row = self.cases.get(data.get("reaction", ""))
        if row is not None:
            self.tie = filled(self._typed(row), self.course)
            found = [*problems(self.tie, course=self.course, now=self.now)]
            found += problems_between(row, tie=self.tie, course=self.course)
            self.refuse([problem for problem in found if problem.field not in self.errors], BESIDE)
        return data

    @property
    def chosen(self) -> Reaction:
        """The reaction that was chosen."""
        return self.cases[self.cleaned_data["reaction"]]

    def _typed(self, row: Reaction) -> NewTie:
        data = self.cleaned_data
        late, minute, dose = bool(data.get("late")), data.get("minute"), data.get("dose_reached")
        step: int | None = data.get("step")
        typed_minute: Decimal | None = minute if minute is not None else minute_of(row, self.course)
        return NewTie(
            step=row.step if step is None and not late else step,
            bag=data.get("bag"),
            minute=typed_minute,
            dose_reached=dose,
            dose_reached_unit=data.get("dose_unit", "") if dose is not None else "",
            done_next=data.get("done_next", ""),
            late=late,
            hours_after_end=data.get("hours_after_end"),
        )
