"""What a page shows of a preparation plan: quantities and sentences."""

from dataclasses import dataclass

from desens.numbers.quantity import Quantity
from protocols.engine.preparation import Measured


@dataclass(frozen=True, kw_only=True)
class Between:
    """A figure with the interval that graduations leave open."""

    stated: Quantity
    least: Quantity
    greatest: Quantity

    @classmethod
    def of(cls, figure: Measured, unit: str) -> "Between":
        ends = (figure.stated, figure.least, figure.greatest)
        stated, least, greatest = (Quantity.of(end, unit) for end in ends)
        return cls(stated=stated, least=least, greatest=greatest)


@dataclass(frozen=True, kw_only=True)
class PreparedLine:
    """One solution: what is done for it, and what it then holds."""

    number: int
    work: tuple[str, ...]
    volume: Between
    concentration: Between
    amount: Between
    moved: Quantity
    left: Quantity


@dataclass(frozen=True, kw_only=True)
class PlanView:
    """The whole plan; `vials` as "2 x 1,200 mg", empty where their sizes are not stated; `bags` of diluent likewise."""

    product: str
    strength: Quantity
    solutions: tuple[PreparedLine, ...]
    drawn: Quantity
    drawn_amount: Quantity
    infused: Between
    diluents: str
    bags: tuple[str, ...]
    vials: tuple[str, ...]
    left_in_vials: Quantity | None
    left_in_bags: Quantity
