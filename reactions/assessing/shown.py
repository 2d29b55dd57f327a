"""What the page of an assessment says, in words: frozen values made from what was gathered."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from reactions.assessing.gathering import Gathered
from reactions.assessing.path import Fork, drawn
from reactions.assessing.shown_naranjo import Answered, items_told, naranjo_told
from reactions.assessing.shown_way import ShownProposal, proposal_told
from reactions.assessment_choices import Phenotype
from reactions.rules.messages import MESSAGES
from reactions.wording import words


@dataclass(frozen=True, kw_only=True)
class ShownVerdicts:
    """Every verdict in words."""

    phenotype: str
    phenotype_for: tuple[str, ...]
    phenotype_against: tuple[str, ...]
    phenotype_cannot: tuple[str, ...]
    phenotype_source: str
    contraindications: tuple[tuple[str, tuple[str, ...]], ...]
    contraindications_told: bool
    risk_high: tuple[str, ...]
    risk_decide: tuple[str, ...]
    naranjo: str
    naranjo_items: tuple[Answered, ...]
    brown: str
    anaphylaxis: str
    skin_test: str
    skin_test_notes: tuple[str, ...]
    tryptase: tuple[str, ...]
    interleukin: tuple[str, ...]
    proposal: ShownProposal
    path: tuple[Fork, ...]


def verdicts(gathered: Gathered) -> ShownVerdicts:
    """Every verdict on what was gathered, in the reader's language."""
    judged = gathered.judged
    kind, tests = judged.phenotype, judged.material.skin_tests
    return ShownVerdicts(
        phenotype=str(Phenotype(kind.proposed).label) if kind.proposed else "",
        phenotype_for=words(kind.for_it),
        phenotype_against=words(kind.against),
        phenotype_cannot=words(kind.cannot),
        phenotype_source=kind.source,
        contraindications=tuple((_(MESSAGES[one.code]), words(one.because)) for one in judged.contraindications or ()),
        contraindications_told=judged.contraindications is not None,
        risk_high=words(judged.risk.high),
        risk_decide=words(judged.risk.decide),
        naranjo=naranjo_told(gathered.judged),
        naranjo_items=items_told(gathered.judged),
        brown=_brown(gathered),
        anaphylaxis=_anaphylaxis(judged.anaphylaxis),
        skin_test=_skin_test(tests.result if tests else None, done=tests is not None),
        skin_test_notes=words((*tests.cautions, *tests.cannot)) if tests else (),
        tryptase=words((*judged.tryptase.because, *judged.tryptase.cannot, *judged.tryptase.cautions)),
        interleukin=words((*judged.interleukin.because, *judged.interleukin.cannot)),
        proposal=proposal_told(gathered.judged.proposal),
        path=drawn(judged.proposal.path),
    )


def _brown(gathered: Gathered) -> str:
    grade = gathered.judged.material.brown_grade
    if grade is None:
        return ""
    template = _("Brown %(grade)s, decided") if gathered.case.brown else _("Brown %(grade)s, proposed, not confirmed")
    return template % {"grade": grade}


def _anaphylaxis(met: bool | None) -> str:
    if met is None:
        return _("anaphylaxis: cannot be told")
    return _("anaphylaxis: criteria met") if met else _("anaphylaxis: criteria not met")


def _skin_test(result: str | None, *, done: bool) -> str:
    if not done:
        return _("not done, or not read yet")
    texts = {"positive": _("positive"), "negative": _("negative"), "invalid": _("invalid, which is not negative")}
    return texts.get(result or "", _("no result"))
