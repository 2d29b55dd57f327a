"""The form of a breakthrough: the form of a reaction, with its place in the procedure instead of its occasion."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from procedures.breakthroughs.course import Course
from procedures.breakthroughs.entered import NewBreakthrough, NewTie
from procedures.breakthroughs.filling import filled, minute_of
from procedures.breakthroughs.impossible import problems, problems_between
from procedures.breakthroughs.place_fields import NO_UNIT, PlaceFields
from procedures.breakthroughs.services import as_breakthrough
from procedures.choices import DoseUnit
from reactions.choices import AmountUnit
from reactions.models import Reaction
from reactions.recording.entered import NewReaction, NewTreatment
from reactions.recording.form import ReactionForm
from reactions.recording.timing_form import Started

#: What the procedure and the place say already, so that nobody types it.
KNOWN = ("occasion", "protocol_steps", "planned_dose", "administration")
#: Where a problem of the place stands on this page.
BESIDE = {"minute": "onset", "protocol_steps": "step", "dose_reached_unit": "dose_unit"}


class BreakthroughForm(PlaceFields, ReactionForm):
    """One reaction during a desensitization; its onset counts from the start of step 1."""

    def __init__(self, *args: Any, course: Course, **options: Any) -> None:
        super().__init__(*args, **options)
        self.course = course
        self.tie = NewTie()
        for name in KNOWN:
            del self.fields[name]
        self.fields["dose_reached"].label = _("Cumulative dose reached")
        self.fields["dose_unit"].choices = [NO_UNIT, *DoseUnit.choices]  # type: ignore[attr-defined]  # the stubs know the base field only

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if self.new is not None and data.get("started_on") is not None and self.new.started_at <= self.setting.now:
            row = Reaction(**self.new.columns())
            found = [*problems(self.tie, course=self.course, now=self.setting.now)]
            found += problems_between(row, tie=self.tie, course=self.course)
            self.refuse([problem for problem in found if problem.field not in self.errors], BESIDE)
        return data

    def new_breakthrough(self) -> NewBreakthrough:
        """What was typed, as the service takes it."""
        assert self.new is not None  # noqa: S101  # a valid form has read everything
        return NewBreakthrough(reaction=self.new, tie=self.tie, decision=self.new_decision())

    def _read(
        self, started: Started | None, onset: tuple[Decimal | None, str], treatments: list[NewTreatment]
    ) -> NewReaction:
        new = super()._read(started, onset, treatments)
        begun = started is not None and started[0] <= self.setting.now
        minute = minute_of(Reaction(**new.columns()), self.course) if begun else None
        self.tie = filled(self._typed_place(minute, new.dose_reached), self.course)
        if new.dose_unit not in AmountUnit.values:
            new = replace(new, dose_reached=None, dose_unit="")
        return as_breakthrough(new, self.tie, self.course)

    def _typed_place(self, minute: Decimal | None, dose: Decimal | None) -> NewTie:
        data = self.cleaned_data
        return NewTie(
            step=data.get("step"),
            bag=data.get("bag"),
            minute=minute,
            dose_reached=dose,
            dose_reached_unit=data.get("dose_unit", "") if dose is not None else "",
            done_next=data.get("done_next", ""),
            late=bool(data.get("late")),
            hours_after_end=data.get("hours_after_end"),
        )
