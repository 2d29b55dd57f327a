"""What the page of an assessment says, in words: frozen values made from what was gathered."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from reactions.assessing.decisions import decided_by
from reactions.assessing.gathering import Gathered
from reactions.assessing.path import Fork, drawn
from reactions.assessment_choices import Answer, Pace, Phenotype, Place, Way
from reactions.rules.messages import MESSAGES
from reactions.rules.reasons import because
from reactions.wording import words


@dataclass(frozen=True, kw_only=True)
class Answered:
    """One item of Naranjo's scale: the question, the answer, the points."""

    question: str
    answer: str
    points: str


@dataclass(frozen=True, kw_only=True)
class ShownProposal:
    """The proposal in words; `way` is "" where there is none, then `cannot` says why."""

    way: str
    details: tuple[str, ...]
    because: tuple[str, ...]
    cautions: tuple[str, ...]
    cannot: tuple[str, ...]
    source: str


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
        naranjo=_naranjo(gathered),
        naranjo_items=_items(gathered),
        brown=_brown(gathered),
        anaphylaxis=_anaphylaxis(judged.anaphylaxis),
        skin_test=_skin_test(tests.result if tests else None, done=tests is not None),
        skin_test_notes=words((*tests.cautions, *tests.cannot)) if tests else (),
        tryptase=words((*judged.tryptase.because, *judged.tryptase.cannot, *judged.tryptase.cautions)),
        interleukin=words((*judged.interleukin.because, *judged.interleukin.cannot)),
        proposal=_proposal(gathered),
        path=drawn(judged.proposal.path),
    )


def details_of(*, pace: str, steps: int | None, dilution: int | None, place: str) -> tuple[str, ...]:
    """Pace, steps, first bag and place of a way, each in a few words; what is not said is left out."""
    parts: Iterable[str] = (
        str(Pace(pace).label) if pace else "",
        str(Quantity.of(steps, _("steps"))) if steps else "",
        _("first bag %(ratio)s") % {"ratio": f"1:{Quantity.of(dilution, '').number}"} if dilution else "",
        str(Place(place).label) if place else "",
    )
    return tuple(filter(None, parts))


def _proposal(gathered: Gathered) -> ShownProposal:
    proposal = gathered.judged.proposal
    said = decided_by(proposal)
    details = details_of(
        pace=said["pace"], steps=said["steps"], dilution=said["first_bag_dilution"], place=said["place"]
    )
    return ShownProposal(
        way=str(Way(proposal.way).label) if proposal.way else "",
        details=details,
        because=words(proposal.because),
        cautions=words(proposal.cautions),
        cannot=words(proposal.cannot),
        source=proposal.source,
    )


def _naranjo(gathered: Gathered) -> str:
    found = gathered.judged.naranjo
    if found.category is None:
        return ""
    (category,) = words([because(f"naranjo-{found.category}")])
    return _("%(score)s points: %(category)s") % {"score": found.score, "category": category}


def _items(gathered: Gathered) -> tuple[Answered, ...]:
    points, answers = dict(gathered.judged.naranjo.points), dict(gathered.judged.material.naranjo)
    return tuple(
        Answered(
            question=_(MESSAGES[f"naranjo-{item}"]),
            answer=str(Answer(answers.get(item, Answer.UNKNOWN)).label),
            points=f"{points[item]:+d}" if points[item] else "0",
        )
        for item in points
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
