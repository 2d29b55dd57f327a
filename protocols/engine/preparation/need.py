"""What the schedule needs of each solution."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from protocols.engine.schedule import Schedule


@dataclass(frozen=True, kw_only=True)
class BagNeed:
    """A solution: concentration per mL, its volume in the schedule, and what the steps and the line draw, in mL."""

    number: int
    concentration: Fraction
    scheduled_ml: Fraction
    infused_ml: Fraction


def needs_of(schedule: Schedule) -> tuple[BagNeed, ...]:
    """Every solution of the schedule, in its order."""
    return tuple(
        BagNeed(
            number=bag.number,
            concentration=bag.concentration,
            scheduled_ml=bag.volume_ml,
            infused_ml=bag.infused_ml,
        )
        for bag in schedule.solutions
    )


def from_weak_to_strong(needs: Sequence[BagNeed]) -> list[BagNeed]:
    """By concentration, equal ones by number."""
    return sorted(needs, key=lambda need: (need.concentration, need.number))


def next_stronger(need: BagNeed, needs: Sequence[BagNeed]) -> BagNeed | None:
    """The weakest of those that are stronger, of equal ones the first; None for the strongest."""
    stronger = (other for other in from_weak_to_strong(needs) if other.concentration > need.concentration)
    return next(stronger, None)
