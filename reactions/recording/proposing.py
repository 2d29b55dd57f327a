"""What each scale says of a reaction, in words: the grade, the signs that made it, what is missing, the source."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.translation import gettext as _

from desens.unit.definitions.judging import HYPOTENSION, IMMEDIATE_WITHIN_H
from desens.unit.selectors import UnitSettings
from reactions.choices import Scale
from reactions.recording.scales import CTCAE, grade_text
from reactions.rules.anaphylaxis import niaid_faan, wao
from reactions.rules.anaphylaxis_criteria import Criteria
from reactions.rules.brown import brown
from reactions.rules.brown_taxanes import brown_taxanes, scales_differ
from reactions.rules.ctcae import ctcae
from reactions.rules.graded import Graded
from reactions.rules.messages import MESSAGES
from reactions.rules.observed import Observed
from reactions.rules.reasons import Reason
from reactions.rules.ring_messmer import ring_messmer


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


def differences(observed: Observed, *, unit: UnitSettings) -> tuple[str, ...]:
    """Where the two versions of Brown's scale disagree about this reaction, in sentences."""
    return words(scales_differ(observed, at_most_90=_at_most_90(unit)))


def words(reasons: Iterable[Reason]) -> tuple[str, ...]:
    """Reasons in the reader's language."""
    return tuple(
        _(MESSAGES[reason.code]) % dict(reason.values) if reason.values else _(MESSAGES[reason.code])
        for reason in reasons
    )


def _brown(scale: Scale, observed: Observed, unit: UnitSettings) -> Proposal:
    return _graded(scale, brown(observed, at_most_90=_at_most_90(unit)))


def _taxanes(scale: Scale, observed: Observed, unit: UnitSettings) -> Proposal:
    return _graded(scale, brown_taxanes(observed))


def _ring(scale: Scale, observed: Observed, unit: UnitSettings) -> Proposal:
    return _graded(scale, ring_messmer(observed))


def _ctcae(scale: Scale, observed: Observed, unit: UnitSettings) -> Proposal:
    return _graded(scale, ctcae(observed)[scale.value])


def _niaid(scale: Scale, observed: Observed, unit: UnitSettings) -> Proposal:
    return _met(scale, niaid_faan(observed, within_hours=int(unit[IMMEDIATE_WITHIN_H])))


def _wao(scale: Scale, observed: Observed, unit: UnitSettings) -> Proposal:
    return _met(scale, wao(observed, within_hours=int(unit[IMMEDIATE_WITHIN_H])))


def _graded(scale: Scale, graded: Graded) -> Proposal:
    cannot = graded.grade is None and bool(graded.cannot)
    return _proposal(
        scale, graded, graded.grade, _("cannot be computed") if cannot else grade_text(scale, graded.grade)
    )


def _met(scale: Scale, criteria: Criteria) -> Proposal:
    if criteria.met is None:
        return _proposal(scale, criteria, None, _("cannot be computed"))
    met = _("met, criterion %(number)s") % {"number": criteria.criterion}
    return _proposal(scale, criteria, int(criteria.met), met if criteria.met else _("not met"))


def _proposal(scale: Scale, answer: Graded | Criteria, grade: int | None, text: str) -> Proposal:
    return Proposal(
        scale=scale,
        grade=grade,
        text=text,
        because_texts=words(answer.because),
        cannot_texts=words(answer.cannot),
        note_texts=words(answer.notes),
        source=answer.source,
    )


def _at_most_90(unit: UnitSettings) -> bool:
    return unit[HYPOTENSION] == "at-most"


GRADING: Mapping[Scale, Callable[[Scale, Observed, UnitSettings], Proposal]] = MappingProxyType(
    {
        Scale.BROWN: _brown,
        Scale.BROWN_TAXANES: _taxanes,
        Scale.NIAID_FAAN: _niaid,
        Scale.WAO: _wao,
        Scale.RING_MESSMER: _ring,
        **dict.fromkeys(CTCAE, _ctcae),
    }
)
