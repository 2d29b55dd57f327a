"""Which template fits what the assessment decided.

Implementation choice, no published rule: a protocol published for the drug with that number of steps, else the generic
one of that size, else one that was published for no drug in particular. None fits: nothing is proposed.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from protocols.engine import ProtocolTemplate


@dataclass(frozen=True, kw_only=True)
class Offer:
    """A template that can be chosen."""

    slug: str
    entry: ProtocolTemplate


def proposed_template(offers: Iterable[Offer], *, drug: str, steps: int) -> str | None:
    """The slug of the template to propose for a drug, by name, in so many steps."""
    fitting = [(_rank(offer.entry, drug), offer.slug) for offer in offers if len(offer.entry.steps) == steps]
    ranked = sorted((rank, slug) for rank, slug in fitting if rank is not None)
    return ranked[0][1] if ranked else None


def _rank(entry: ProtocolTemplate, drug: str) -> int | None:
    if any(one.name == drug for one in entry.drugs) and entry.generic_steps is None:
        return 0
    if entry.generic_steps is not None:
        return 1
    return 2 if entry.any_drug else None
