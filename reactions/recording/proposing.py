"""What each scale says of a reaction, in words: the grade, the signs that made it, what is missing, the source."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from desens.unit.definitions.judging import HYPOTENSION
from desens.unit.selectors import UnitSettings
from reactions.choices import Scale
from reactions.rules.brown import brown
from reactions.rules.graded import Graded
from reactions.rules.messages import MESSAGES
from reactions.rules.observed import Observed
from reactions.rules.reasons import Reason


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """One scale's answer; `text` says the grade, or why there is none, in a word or two."""

    scale: Scale
    grade: int | None
    text: str
    because_texts: tuple[str, ...]
    cannot_texts: tuple[str, ...]
    note_texts: tuple[str, ...]
    source: str

    @property
    def name(self) -> str:
        """The scale's name."""
        return str(self.scale.label)


def proposals(observed: Observed, *, unit: UnitSettings) -> tuple[Proposal, ...]:
    """Every scale, in the order of the panel."""
    return tuple(proposal_of(scale, observed, unit=unit) for scale in GRADING)


def proposal_of(scale: str, observed: Observed, *, unit: UnitSettings) -> Proposal:
    """One scale."""
    return GRADING[Scale(scale)](Scale(scale), observed, unit)


def words(reasons: Iterable[Reason]) -> tuple[str, ...]:
    """Reasons in the reader's language."""
    return tuple(
        _(MESSAGES[reason.code]) % dict(reason.values) if reason.values else _(MESSAGES[reason.code])
        for reason in reasons
    )


def _of_brown(scale: Scale, observed: Observed, unit: UnitSettings) -> Proposal:
    return _graded(scale, brown(observed, at_most_90=unit[HYPOTENSION] == "at-most"))


def _graded(scale: Scale, graded: Graded) -> Proposal:
    return Proposal(
        scale=scale,
        grade=graded.grade,
        text=_grade_text(scale, graded.grade, cannot=bool(graded.cannot)),
        because_texts=words(graded.because),
        cannot_texts=words(graded.cannot),
        note_texts=words(graded.notes),
        source=graded.source,
    )


def _grade_text(scale: Scale, grade: int | None, *, cannot: bool) -> str:
    if grade is None:
        return _("cannot be computed") if cannot else _("no grade")
    return ROMAN[grade] if scale == Scale.RING_MESSMER else str(grade)


ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV"}
GRADING: Mapping[Scale, Callable[[Scale, Observed, UnitSettings], Proposal]] = {Scale.BROWN: _of_brown}
