"""Delivered beside nominal: two curves, each step and each bag. Amounts in `unit`, volumes in mL, times in minutes."""

from dataclasses import dataclass
from fractions import Fraction

from protocols.engine.delivery.curve import Curve


@dataclass(frozen=True, kw_only=True)
class StepDelivery:
    """A step of the schedule between two minutes: what leaves the bag (nominal) and what reaches the patient.

    `changes_bag` marks the first step of another bag than before, `flush` the emptying of the line at the end.
    """

    number: int
    solution: int
    begins: Fraction
    ends: Fraction
    nominal_dose: Fraction
    delivered_dose: Fraction
    nominal_cumulative: Fraction
    delivered_cumulative: Fraction
    changes_bag: bool
    flush: bool


@dataclass(frozen=True, kw_only=True)
class SolutionDelivery:
    """Where the drug of one bag ends: amount = delivered + in the line + left in the bag.

    `hung_at` is the minute of its first step, `arrives_at` the one at which it first reaches the patient; None: never.
    """

    number: int
    hung_at: Fraction | None
    arrives_at: Fraction | None
    amount: Fraction
    delivered_amount: Fraction
    in_line_ml: Fraction
    in_line_amount: Fraction
    left_in_bag_amount: Fraction


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """What was set at the pump (nominal) and what arrives (delivered) over time, and where all the drug ends."""

    unit: str
    nominal: Curve
    delivered: Curve
    steps: tuple[StepDelivery, ...]
    solutions: tuple[SolutionDelivery, ...]

    @property
    def same(self) -> bool:
        """Whether the line changes nothing: what leaves the bag reaches the patient at once."""
        return self.nominal == self.delivered
