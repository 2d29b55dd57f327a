"""A case as the pages show it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from desens.numbers.sentences import figures_kept
from reactions.choices import Scale
from reactions.models import GradeDecision, Reaction
from reactions.recording.proposing import Proposal
from reactions.recording.scales import grade_text
from reactions.recording.shown_parts import ShownGrade, ShownTreatment
from reactions.rules.signs import SIGNS
from reactions.rules.treatments import TREATMENTS

EPINEPHRINE = "epinephrine"


@dataclass(frozen=True, kw_only=True)
class ShownReaction:
    """One case: the row that stands (None where all were mistakes), what stood before, and the grades that hold."""

    row: Reaction | None
    earlier: tuple[Reaction, ...]
    decisions: tuple[GradeDecision, ...]

    @property
    def newest(self) -> Reaction:
        """The row to show: what stands, else the last that was struck."""
        return self.row or self.earlier[0]

    @property
    def brown(self) -> GradeDecision | None:
        """The decided Brown grade, by either version of the scale; the newest counts."""
        found = [each for each in self.decisions if each.scale in (Scale.BROWN, Scale.BROWN_TAXANES)]
        return max(found, key=lambda each: each.pk, default=None)

    @property
    def brown_text(self) -> str:
        """That grade in a word."""
        return grade_text(self.brown.scale, self.brown.decided) if self.brown else ""

    @property
    def epinephrine(self) -> Quantity:
        """How many doses of epinephrine were recorded, by whatever route: one row is one dose."""
        return Quantity.of(sum(given.code.startswith(EPINEPHRINE) for given in self.newest.treatments.all()), "")

    @property
    def signs_text(self) -> str:
        """The signs in the order of the form; "" where none was recorded."""
        seen = {sign.code for sign in self.newest.signs.all()}
        return ", ".join(_(name) for code, name in SIGNS.items() if code in seen)

    @property
    def treatments(self) -> tuple[ShownTreatment, ...]:
        """What was given, in the order of recording."""
        rows = self.newest.treatments.all()
        return tuple(ShownTreatment(row=row, name=figures_kept(_(TREATMENTS.get(row.code, row.code)))) for row in rows)

    @property
    def body_surface(self) -> Quantity | None:
        """The extent on the skin."""
        percent = self.newest.body_surface_percent
        return None if percent is None else Quantity.of(percent, "percent")

    def grades(self, proposed: Sequence[Proposal]) -> tuple[ShownGrade, ...]:
        """Each proposal beside its decision."""
        decided = {each.scale: each for each in self.decisions}
        return tuple(ShownGrade(proposal=each, decision=decided.get(each.scale.value)) for each in proposed)
