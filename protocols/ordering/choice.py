"""What the prescriber chose beside the schedule, before the patient's record is asked about it."""

from dataclasses import dataclass
from fractions import Fraction

from protocols.rules.premedication_row import PremedicationRow

TEMPLATE, NONE, SET = "template", "none", "set:"


@dataclass(frozen=True, kw_only=True)
class OrdersChoice:
    """Rows as typed or as filled in from `premedication_set` ("template", "none" or "set:" and its name).

    `glucagon`: to be at hand even where no beta-blocker is recorded.
    """

    premedication_set: str
    rows: tuple[PremedicationRow, ...]
    monitoring_minutes: Fraction
    observation_h: Fraction
    glucagon: bool = False
