"""The Brown grade of a reaction: decided, else what the rules propose, and which of both it is."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from desens.unit.selectors import UnitSettings
from reactions.choices import Scale
from reactions.observing import observed_of
from reactions.recording.proposing import proposal_of
from reactions.recording.scales import grade_text
from reactions.recording.shown import ShownReaction

#: Both full: an open triangle fades on a photocopy.
DECIDED, PROPOSED = "▲", "▼"


@dataclass(frozen=True, kw_only=True)
class Grade:
    """`number` is None for a reaction to which no grade was given or can be."""

    number: int | None
    decided: bool

    @property
    def glyph(self) -> str:
        """How it stands in a strip: upright is decided, upside down proposed; no number, no grade."""
        shape = DECIDED if self.decided else PROPOSED
        return shape if self.number is None else f"{shape}{grade_text('', self.number)}"

    @property
    def text(self) -> str:
        """The same in words."""
        if self.number is None:
            return _("no Brown grade (decided)") if self.decided else _("Brown grade not decided, none can be proposed")
        words = _("Brown\u00a0%(grade)s") if self.decided else _("Brown\u00a0%(grade)s proposed, not decided")
        return words % {"grade": grade_text("", self.number)}

    @property
    def weight(self) -> int:
        """For the severest of several."""
        return self.number or 0


def grade_of(case: ShownReaction, unit: UnitSettings) -> Grade:
    """Of a case that stands; no query beside the case's own."""
    if case.brown is not None:
        return Grade(number=case.brown.decided, decided=True)
    proposed = proposal_of(Scale.BROWN, observed_of(case.newest), unit=unit)
    return Grade(number=proposed.grade, decided=False)
