"""A recorded reaction as the letter says it: facts, signs, what was given, the grades a person decided."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _

from desens.numbers.sentences import figures_kept
from desens.pages.times import local_text
from reactions.choices import Scale
from reactions.models import GradeDecision
from reactions.recording.facts import Fact, facts_of, onset_text
from reactions.recording.proposing import grade_text
from reactions.recording.shown import ShownReaction, ShownTreatment


@dataclass(frozen=True, kw_only=True)
class DecidedGrade:
    """A grade on its scale, who decided it, and where it differs the proposal with the reason."""

    scale: str
    grade: str
    by: str
    proposed: str
    reason: str
    source: str


@dataclass(frozen=True, kw_only=True)
class ReactionWords:
    """One reaction; "" is "not recorded"."""

    told: str
    facts: tuple[Fact, ...]
    signs: str
    treatments: tuple[str, ...]
    untreated: bool
    grades: tuple[DecidedGrade, ...]


def reaction_words(case: ShownReaction) -> ReactionWords:
    """Everything recorded of the reaction that stands."""
    row, facts = case.newest, facts_of(case.newest)
    skin = (Fact(label=_("Sites"), text=row.sites), Fact(label=_("Body surface"), text=str(case.body_surface or "")))
    every = (*facts.exposure, *facts.vitals, *(each for each in skin if each.text), *facts.course)
    return ReactionWords(
        told=row.told,
        facts=tuple(Fact(label=each.label, text=figures_kept(each.text)) for each in every),
        signs=case.signs_text,
        treatments=tuple(_given(each) for each in case.treatments),
        untreated=bool(row.untreated),
        grades=decided_grades(case),
    )


def other_reactions(cases: tuple[ShownReaction, ...], case: ShownReaction) -> tuple[str, ...]:
    """The other recorded reactions to the same culprit, a line each."""
    return tuple(_line(other) for other in cases if other.newest.case_key != case.newest.case_key)


def decided_grades(case: ShownReaction) -> tuple[DecidedGrade, ...]:
    """The grades that hold, in the order of the scales."""
    order = list(Scale.values)
    return tuple(_grade(row) for row in sorted(case.decisions, key=lambda row: order.index(row.scale)))


def _grade(row: GradeDecision) -> DecidedGrade:
    return DecidedGrade(
        scale=str(row.get_scale_display()),
        grade=grade_text(row.scale, row.decided),
        by=f"{row.recorded_by}, {local_text(row.recorded_at, get_current_timezone())}",
        proposed="" if row.confirms else grade_text(row.scale, row.proposed),
        reason="" if row.confirms else figures_kept(row.reason),
        source=row.source,
    )


def _given(shown: ShownTreatment) -> str:
    return " · ".join(filter(None, (shown.name, shown.row.drug, str(shown.row.quantity or ""), _when(shown))))


def _when(shown: ShownTreatment) -> str:
    if shown.row.given_at:
        return local_text(shown.row.given_at, get_current_timezone())
    return _("%(minutes)s after the onset") % {"minutes": shown.row.minutes} if shown.row.minutes else ""


def _line(case: ShownReaction) -> str:
    return " · ".join(_parts(case))


def _parts(case: ShownReaction) -> Iterator[str]:
    yield case.newest.told
    onset = onset_text(case.newest)
    yield _("onset %(onset)s after the start") % {"onset": onset} if onset else _("onset not recorded")
    yield case.signs_text or _("signs not recorded")
    if case.brown:
        yield f"{case.brown.get_scale_display()}: {case.brown_text}"
    else:
        yield _("no Brown grade decided")
