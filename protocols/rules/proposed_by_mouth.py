"""Which published protocols by mouth fit what the assessment decided.

Implementation choice, no published rule: those published for the drug; over days where a slow desensitization was
decided, single doses within hours where a rapid one was. Several may fit: the allergist chooses.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from protocols.engine import DaysSpecification, FixedProtocol
from protocols.rules.decided import RAPID


@dataclass(frozen=True, kw_only=True)
class OralOffer:
    """A published protocol that can be chosen."""

    slug: str
    entry: FixedProtocol


def proposed_by_mouth(offers: Iterable[OralOffer], *, drug: str, pace: str) -> tuple[str, ...]:
    """The slugs of what fits a drug, by name, at the decided pace ("" for any), in the order offered."""
    return tuple(offer.slug for offer in offers if _fits(offer.entry, drug=drug, pace=pace))


def _fits(entry: FixedProtocol, *, drug: str, pace: str) -> bool:
    names = {entry.medicine, *(specification.drug for specification in entry.specifications)}
    over_days = any(isinstance(specification, DaysSpecification) for specification in entry.specifications)
    return drug in names and (not pace or over_days != (pace == RAPID))
