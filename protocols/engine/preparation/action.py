"""One thing that is done."""

from dataclasses import dataclass
from typing import Literal

from protocols.engine.preparation.withdrawal import Withdrawal
from protocols.engine.preparation.workshop import StockBag

Kind = Literal["take", "overfill", "remove", "add", "label"]


@dataclass(frozen=True, kw_only=True)
class Action:
    """One thing that is done for one solution, in the order of the plan.

    take: the bag of diluent; overfill: remove what it holds above its volume; remove: diluent, before drug is added;
    add: from the vials named, or from the solution `source`; label: the bag is ready.
    """

    kind: Kind
    solution: int
    bag: StockBag | None = None
    withdrawal: Withdrawal | None = None
    source: int | None = None
    vials: tuple[int, ...] = ()
