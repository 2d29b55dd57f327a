"""The form of a reaction: one screen, checked as a whole, what was typed is kept whatever is wrong with it."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.forms import BoundField
from django.utils.translation import gettext as _

from desens.numbers.sentences import figures_kept
from desens.pages.fields import EntryKeyField
from desens.unit.selectors import UnitSettings
from reactions.choices import Excipient, Occasion, OnsetPrecision, Scale, StartPrecision
from reactions.models import Reaction
from reactions.observing import observed_from
from reactions.recording.decision_form import DecisionFields
from reactions.recording.entered import NewReaction, NewTreatment
from reactions.recording.field_groups import AdministrationFields, CourseFields, SeenFields
from reactions.recording.impossible import Problem, problems
from reactions.recording.proposing import proposal_of, words
from reactions.recording.timing_form import Started, TimingForm
from reactions.recording.treatment_form import TreatmentForm
from reactions.rules.contradictions import contradictions
from reactions.rules.observed import Observed

ROWS, MOST_ROWS = 6, 30
#: Fields of NewReaction that are computed from others, so the page has no field of the name.
COMPUTED = ("started_at", "started_precision", "onset_precision", "treatments", "signs")
#: Units stand only with their figure.
UNIT_OF = {"onset_unit": ("onset",), "duration_unit": ("duration",), "rate_reached_unit": ("rate_reached",)} | {
    "dose_unit": ("dose_reached", "planned_dose")
}


@dataclass(frozen=True, kw_only=True)
class Setting:
    """For whom and when the form is filled; `decides` lets the person decide the grade."""

    born: date
    now: datetime
    unit: UnitSettings
    decides: bool


class ReactionForm(TimingForm, AdministrationFields, SeenFields, CourseFields, DecisionFields):
    """Everything of one reaction; `rows` are its treatments, `new` what was read of it, valid or not."""

    entry_key = EntryKeyField()

    def __init__(self, *args: Any, setting: Setting, rows: Any = (), at_least: int = 0, **options: Any) -> None:
        """`rows` are the treatments to begin with, as `TreatmentForm` takes them; `at_least` so many are shown."""
        super().__init__(*args, **options)
        self.setting = setting
        self.new: NewReaction | None = None
        count = min(MOST_ROWS, max(ROWS, len(rows) + 2, at_least, _sent_rows(self.data)))
        self.rows = [
            TreatmentForm(
                self.data if self.is_bound else None,
                prefix=f"t{number}",
                initial=rows[number] if number < len(rows) else {},
                use_required_attribute=False,
            )
            for number in range(count)
        ]
        self.fields["culprit"].required = False
        if not setting.decides:
            for name in DecisionFields.base_fields:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not data.get("culprit") and not data.get("excipient") and "culprit" not in self.errors:
            self.add_error("culprit", _("Type the drug that was given, or choose the suspected excipient."))
        started = self.started()
        onset = self.counted_onset(started)
        treatments = self._treatments(started)
        self.new = self._read(started, onset, treatments)
        if started is not None:
            for problem in problems(self.new, born=self.setting.born, now=self.setting.now):
                self._refuse(problem)
        for sentence in words(contradictions(self.observed)):
            self.add_error("signs", figures_kept(sentence))
        scale = data.get("scale") or Scale.BROWN.value
        self.check_decision(proposal_of(scale, self.observed, unit=self.setting.unit))
        return data

    def is_valid(self) -> bool:
        """The whole: the page's own fields and every row."""
        return super().is_valid() and all(row.is_valid() for row in self.rows)

    @property
    def observed(self) -> Observed:
        """What the rules can judge of what was sent, valid or not; nothing of a form that was not sent."""
        if not self.is_bound:
            return Observed()
        self.errors  # noqa: B018  # reads the form
        new = self.new or self._read(None, (None, ""), [])
        codes = [given.code for given in new.treatments]
        return observed_from(Reaction(**new.columns()), born=self.setting.born, signs=new.signs, treatments=codes)

    @property
    def unread(self) -> list[BoundField]:
        """What was typed and cannot be read yet, so that no grade rests on it."""
        return [bound for bound in self if bound.name in self.errors and bound.name in SeenFields.base_fields]

    @property
    def more_is_open(self) -> bool:
        """Whether something stands in the part of the page that is folded at first."""
        units = ("occasion", "dose_unit", "rate_reached_unit")
        names = [name for name in AdministrationFields.base_fields if name in self.fields and name not in units]
        during = "occasion" in self.fields and self["occasion"].value() not in (None, "", Occasion.INFUSION)
        return during or any(self[name].errors or self[name].value() not in (None, "") for name in names)

    def _read(
        self,
        started: Started | None,
        onset: tuple[Decimal | None, str],
        treatments: list[NewTreatment],
    ) -> NewReaction:
        data = self.cleaned_data
        names = [name for name in NewReaction.__dataclass_fields__ if name in self.fields and name not in COMPUTED]
        read = {name: data[name] for name in names if name in data}
        for unit, figures in UNIT_OF.items():
            if all(read.get(figure) is None for figure in figures):
                read[unit] = ""
        clock = data.get("onset_clock") is not None or data.get("onset_measured")
        precision = OnsetPrecision.EXACT if clock else OnsetPrecision.ABOUT
        at, known = started or (self.setting.now, StartPrecision.MINUTE)
        return NewReaction(
            **read
            | {
                "culprit": data.get("culprit") or self._excipient_name(),
                "occasion": data.get("occasion") or Occasion.INFUSION.value,
                "started_at": at,
                "started_precision": str(known),
                "onset": onset[0],
                "onset_unit": onset[1],
                "onset_precision": "" if onset[0] is None else precision.value,
                "untreated": True if data.get("untreated") else None,
                "signs": frozenset(data.get("signs", ())),
                "treatments": tuple(treatments),
            }
        )

    def _excipient_name(self) -> str:
        chosen = self.cleaned_data.get("excipient")
        return str(Excipient(chosen).label) if chosen else ""

    def _treatments(self, started: Started | None) -> list[NewTreatment]:
        read = [row.new_treatment(started) for row in self.rows if row.is_valid() or row.cleaned_data]
        return [given for given in read if given is not None]

    def _refuse(self, problem: Problem) -> None:
        if problem.row is None:
            self.add_error(problem.field, problem.text)
        else:
            filled = [row for row in self.rows if row.cleaned_data.get("code")]
            filled[problem.row].add_error(problem.field, problem.text)


def _sent_rows(data: Any) -> int:
    """How many rows the page had that was sent."""
    numbers = [
        int(name[1:-5]) for name in data if name.startswith("t") and name.endswith("-code") and name[1:-5].isdecimal()
    ]
    return max(numbers, default=-1) + 1
