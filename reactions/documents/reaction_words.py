"""A recorded reaction as the letter says it: facts, signs, what was given."""

from dataclasses import dataclass

from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _

from desens.numbers.sentences import figures_kept
from desens.pages.times import local_text
from reactions.documents.grade_words import DecidedGrade, decided_grades
from reactions.recording.facts import Fact, facts_of
from reactions.recording.shown import ShownReaction
from reactions.recording.shown_parts import ShownTreatment


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


def _given(shown: ShownTreatment) -> str:
    return " · ".join(filter(None, (shown.name, shown.row.drug, str(shown.row.quantity or ""), _when(shown))))


def _when(shown: ShownTreatment) -> str:
    if shown.row.given_at:
        return local_text(shown.row.given_at, get_current_timezone())
    return _("%(minutes)s after the onset") % {"minutes": shown.row.minutes} if shown.row.minutes else ""
