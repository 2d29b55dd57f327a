"""The form of a procedure: the sheet row by row, checked as a whole; what was typed is kept whatever is wrong."""

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from procedures.choices import Outcome
from procedures.recording.amending import Amendment
from procedures.recording.entered import NewEvent, NewPremedication, NewProcedure, NewVitals
from procedures.recording.gathered import Gathered
from procedures.recording.gathering import clock_of, gathered
from procedures.recording.judging import doubt_texts, facts_of, problem_text
from procedures.recording.more_rows import NO_MORE, sent_rows, with_free
from procedures.recording.opening import (
    event_typed,
    keys_of,
    ordered_typed,
    premedication_typed,
    step_typed,
    typed_of,
    vitals_typed,
)
from procedures.recording.part_fields import EndingFields, GivenFields
from procedures.recording.parts import ending_of, particulars_of
from procedures.recording.row_events import EventForm
from procedures.recording.row_premedication import PremedicationForm
from procedures.recording.row_vitals import StepForm, VitalsForm
from procedures.recording.setting import Setting
from procedures.recording.timing import Clock
from procedures.rules.doubts import doubts
from procedures.rules.impossible import Problem, problems
from procedures.rules.reasons import kept_reasons

#: What a version says already.
OF_SHEET = ("culprit", "steps", "bags", "protocol_note", "planned_dose", "planned_dose_unit")
OF_ENDING = ("last_step", "stopped_at", "stopped_by", "reason", "delivered", "observed_minutes")


class ProcedureForm(GivenFields, EndingFields):
    """Everything of one procedure. Once valid `new` is what is recorded, `amendment` the same as a correction.

    `doubts` are sentences of what contradicts itself; they are told once and stored with the reason.
    """

    def __init__(
        self, *args: Any, setting: Setting, sketch: str = "", at_least: Mapping[str, int] = NO_MORE, **options: Any
    ) -> None:
        """`sketch`: what was typed before, to begin with; `at_least` so many rows of a kind, by its letter."""
        super().__init__(*args, **{"use_required_attribute": False} | options)
        self.setting, self.sketch, self.at_least = setting, sketch, at_least
        self.new: NewProcedure | None = None
        self.found = Gathered()
        self.doubts: list[str] = []
        self._choose_fields()
        self._make_rows()

    def _choose_fields(self) -> None:
        sheet, has_steps = self.setting.sheet, bool(self.setting.sheet and self.setting.sheet.steps)
        unused = [
            *(OF_SHEET if sheet else ("all_premedication",)),
            *(() if has_steps else ("as_planned", "stopped_at")),
            *(() if sheet and sheet.premedication else ("all_premedication",)),
            *(("culprit",) if self.setting.procedure and not sheet else ()),
            *(() if self.setting.procedure else ("why",)),
        ]
        for name in unused:
            self.fields.pop(name, None)

    def _make_rows(self) -> None:
        sheet, slots, stands = self.setting.sheet, self.setting.slots, self.setting.stands
        steps, day = sheet.steps if sheet else (), stands.particulars.day if stands else None
        self.baseline = self._row(VitalsForm, "b", vitals_typed(slots.baseline))
        self.step_rows = {
            step.number: self._row(
                StepForm,
                f"s{step.number}",
                step_typed(slots.starts.get(step.number), slots.vitals.get(step.number), day=day),
                has_start=place > 0,
                has_rate=step.rate is not None,
            )
            for place, step in enumerate(steps)
        }
        others = [event_typed(event, day=day) for event in slots.others] if steps else []
        self.event_rows = [
            self._row(EventForm, f"e{place}", typed)
            for place, typed in enumerate(self._with_free(others, "e") if steps else [])
        ]
        ordered = [ordered_typed(row) for row in (sheet.premedication if sheet else ())]
        given = [row and premedication_typed(row, day=day) for row in slots.premedications]
        typed_rows = [row or ordered[place] for place, row in enumerate(given)]
        self.premedication_rows = [
            self._row(PremedicationForm, f"p{place}", typed, ordered=place < len(ordered))
            for place, typed in enumerate(self._with_free(typed_rows, "p"))
        ]

    def _with_free(self, typed: list[Any], letter: str) -> list[Any]:
        """Behind what stands empty rows, as many as were sent or asked for."""
        sent = sent_rows(self.data if self.is_bound else keys_of(self.sketch), letter)
        return with_free(typed, at_least=max(sent, self.at_least.get(letter, 0)))

    def _row(self, kind: Any, prefix: str, typed: Any, **options: Any) -> Any:
        initial = typed_of(self.sketch, prefix, kind.base_fields) if self.sketch else typed
        return kind(self.data if self.is_bound else None, prefix=prefix, initial=initial, **options)

    @property
    def rows(self) -> list[Any]:
        """Every row of the page."""
        return [self.baseline, *self.premedication_rows, *self.step_rows.values(), *self.event_rows]

    @property
    def amendment(self) -> Amendment:
        """What was typed as a correction; only of a valid form."""
        assert self.new is not None  # noqa: S101  # a valid form has read everything
        return Amendment(
            particulars=self.new.particulars,
            ending=self.new.ending,
            changes=tuple(self.found.changes),
        )

    def is_valid(self) -> bool:
        """The whole: the page's own fields and every row."""
        return super().is_valid() and all(row.is_valid() for row in self.rows)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for row in self.rows:
            row.is_valid()
        self._check_parts()
        clock = clock_of(self)
        self.found = gathered(self, clock)
        self.new = self._read(clock, "", "")
        if self.new is not None:
            facts = facts_of(self.new, self.found.happened, self.setting, entry_key=data.get("entry_key"))
            for problem in problems(facts):
                self._refuse(problem)
            sheet = self.setting.sheet
            codes = doubts(facts, sheet.planned_steps if sheet else ())
            if not self.errors and not any(row.errors for row in self.rows):
                self._ask(codes)
            reason = data.get("doubt_reason", "")
            texts = [kept_reasons(codes, reason, row=row) for row in ("particulars", "ending")]
            self.new = self._read(clock, *texts)
        return data

    def _check_parts(self) -> None:
        data, stands = self.cleaned_data, self.setting.stands
        for figure in ("planned_dose", "delivered"):
            if data.get(figure) is not None and not data.get(f"{figure}_unit"):
                self.add_error(f"{figure}_unit", _("Choose the unit of the dose."))
        if not data.get("outcome"):
            if stands is not None and stands.ending is not None:
                self.add_error("outcome", _("The outcome was recorded: choose which it was."))
            elif any(data.get(name) not in ("", None) for name in OF_ENDING):
                self.add_error("outcome", _("Choose how it ended; the rest alone says nothing."))
        if data.get("as_planned"):
            if not data.get("started") and "started" not in self.errors:
                self.add_error("started", _("Type when step 1 began: the planned times follow from it."))
            if data.get("outcome") == Outcome.STOPPED and data.get("last_step") is None:
                self.add_error("last_step", _("Type the last step begun: up to it the times are as planned."))

    def _read(self, clock: Clock, about: str, ended: str) -> NewProcedure | None:
        given = particulars_of(self, clock, about)
        sheet, recorded = self.setting.sheet, self.setting.procedure
        culprit = sheet.drug if sheet else recorded.culprit if recorded else self.cleaned_data.get("culprit")
        if given is None or not culprit:
            return None
        return NewProcedure(
            culprit=culprit,
            version=sheet.version if sheet else None,
            particulars=given,
            premedications=self.found.of(NewPremedication),
            vitals=self.found.of(NewVitals),
            events=self.found.of(NewEvent),
            ending=ending_of(self, ended),
        )

    def _refuse(self, problem: Problem) -> None:
        """Beside the field; a time that was read from the plan is told at the start of the whole."""
        place = problem.about.row if problem.about else ""
        row = next((each for each in self.rows if each.prefix == place), None) if place else None
        if row is None:
            name = "stopped_at" if place == "stop" else problem.field
            self.add_error(name if name in self.fields else None, problem_text(problem))
            return
        name = "start" if "start" in row.fields else problem.field
        if name in row.fields:
            row.add_error(name, problem_text(problem))
        else:
            self.add_error("started", problem_text(problem))

    def _ask(self, codes: tuple[str, ...]) -> None:
        """A doubt that was not told yet is told, and asks for the reason."""
        told = set(self.cleaned_data.get("told", "").split(","))
        if codes and (not set(codes) <= told or not self.cleaned_data.get("doubt_reason")):
            self.doubts = doubt_texts(codes)
            self.add_error("doubt_reason", _("Say why this is so, or correct it."))
            sent = QueryDict(mutable=True)
            sent.update(self.data)
            sent["told"] = ",".join(codes)
            self.data = sent
