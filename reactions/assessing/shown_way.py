"""A way in words: as proposed, and as decided."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from desens.numbers.write import number_text
from reactions.assessing.comparing import decided_by
from reactions.assessment_choices import Pace, Place, Way
from reactions.rules.decision import Proposal
from reactions.wording import words


@dataclass(frozen=True, kw_only=True)
class ShownProposal:
    """The proposal in words; `way` is "" where there is none, then `cannot` says why."""

    way: str
    details: tuple[str, ...]
    because: tuple[str, ...]
    cautions: tuple[str, ...]
    cannot: tuple[str, ...]
    source: str


def dilution_text(ratio: int) -> str:
    """How much a bag is diluted: `1:100`."""
    return f"1:{number_text(ratio)}"


def details_of(*, pace: str, steps: int | None, dilution: int | None, place: str) -> tuple[str, ...]:
    """Pace, steps, first bag and place of a way, each in a few words; what is not said is left out."""
    parts: Iterable[str] = (
        str(Pace(pace).label) if pace else "",
        str(Quantity.of(steps, _("steps"))) if steps else "",
        _("first bag %(ratio)s") % {"ratio": dilution_text(dilution)} if dilution else "",
        str(Place(place).label) if place else "",
    )
    return tuple(filter(None, parts))


def proposal_told(proposal: Proposal) -> ShownProposal:
    """The proposal in the reader's language."""
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
