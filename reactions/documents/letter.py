"""The allergy report about one culprit as a letter: A4 portrait, a DRAFT until an allergist's decision is signed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _

from desens.pages.times import local_text
from desens.printing.render import EVERY_PAGE, render_pdf
from desens.unit.selectors import UnitSettings
from patients.labels import LabelStory
from patients.selectors import Identity
from reactions.assessing.gathering import Gathered
from reactions.documents.decision_words import Advice, advice_of
from reactions.documents.ground_words import NARANJO_SOURCE, ground_facts
from reactions.documents.identity_facts import identity_facts
from reactions.documents.label_words import label_texts
from reactions.documents.other_reactions import other_reactions
from reactions.documents.reaction_words import ReactionWords, reaction_words
from reactions.documents.risk_words import risk_facts
from reactions.documents.sample_words import SampleWords, sample_words
from reactions.documents.skin_test_words import SessionWords, session_words
from reactions.documents.unit_head import UnitHead

#: Names longer than this are set smaller.
LONG_NAME = 45


@dataclass(frozen=True, kw_only=True)
class Letter:
    """Everything the letter says. `printed_at` is aware; `stories` are the labels of the person."""

    identity: Identity
    gathered: Gathered
    stories: tuple[LabelStory, ...]
    unit: UnitSettings
    head: UnitHead
    printed_by: str
    printed_at: datetime


def render(letter: Letter) -> bytes:
    """The letter as PDF, the same bytes for the same letter; CannotPrint where it cannot be printed faithfully."""
    return render_pdf(
        template="reactions/documents/letter.html",
        context=context(letter),
        identifier=f"allergy report {letter.gathered.reaction.case_key}",
        pictures=letter.head.pictures,
    )


def context(letter: Letter) -> dict[str, Any]:
    """What the templates show: texts only."""
    gathered, identity = letter.gathered, letter.identity
    advice, tests = advice_of(gathered), [session_words(shown) for shown in gathered.sessions]
    happened, samples = reaction_words(gathered.case), sample_words(gathered, letter.unit)
    return {
        "title": _("Allergy report: %(drug)s") % {"drug": gathered.reaction.culprit_text},
        "every_page": EVERY_PAGE,
        "state_text": "" if advice else _("DRAFT - NO DECISION IS SIGNED"),
        "names": letter.head.names,
        "logo": letter.head.logo_address,
        "identity": identity,
        "identity_facts": identity_facts(identity),
        "name_size": "long" if len(identity.shown_name) > LONG_NAME else "",
        "date": local_text(letter.printed_at, get_current_timezone())[:10],
        "printed_by": letter.printed_by,
        "printed_at": local_text(letter.printed_at, get_current_timezone()),
        "advice": advice,
        "grounds": ground_facts(gathered),
        "labels": label_texts(letter.stories, gathered.reaction.culprit_key),
        "reaction": happened,
        "others": other_reactions(gathered.cases, gathered.case),
        "samples": samples,
        "sessions": tests,
        "risks": risk_facts(gathered.risks),
        "sources": _sources(gathered, advice, happened, samples, tests),
    }


def _sources(
    gathered: Gathered,
    advice: Advice | None,
    happened: ReactionWords,
    samples: SampleWords,
    tests: list[SessionWords],
) -> tuple[str, ...]:
    """Where each rule in the letter comes from, each once."""
    found = [f"{grade.scale}: {grade.source}" for grade in happened.grades]
    found += [_("tryptase: %(source)s") % {"source": samples.source}] if samples.source else []
    found += [_("skin tests: %(source)s") % {"source": source} for session in tests for source in session.sources]
    found += [_("Naranjo's scale: %(source)s") % {"source": NARANJO_SOURCE}] if gathered.standing.naranjo else []
    found += [f"{what}: {source}" for what, source in advice.sources] if advice else []
    return tuple(dict.fromkeys(found))
