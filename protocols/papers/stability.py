"""How long what is prepared is stated to be stable, and until when that is."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from desens.numbers.quantity import Quantity
from desens.numbers.sentences import figures_kept
from drugs.selectors import ProductFacts
from protocols.documents.preparation_sheet import StableFor


def stability_of(product: ProductFacts | None) -> tuple[StableFor, ...]:
    """How long the chosen product is stated to be stable, under each condition; nothing where nobody said."""
    facts = product.of("stability") if product else ()
    return tuple(
        StableFor(
            hours=Quantity.of(fact.figures[0], fact.unit),
            condition=figures_kept(fact.condition),
            source=figures_kept(fact.source),
        )
        for fact in facts
        if fact.figures
    )


def least_hours(stability: Iterable[StableFor]) -> Fraction | None:
    """The shortest that is stated, in hours; None where none is."""
    return min((Fraction(stable.hours.value) for stable in stability), default=None)


def stable_until(prepared_at: datetime, hours: Fraction | None) -> datetime | None:
    """The moment until which it serves, in whole minutes rounded down; None where nobody stated how long."""
    if hours is None:
        return None
    return prepared_at.astimezone(UTC) + timedelta(minutes=int(hours * 60))
