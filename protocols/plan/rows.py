"""Bags and steps as rows of text, exactly as they were typed."""

import hashlib
import json
from dataclasses import astuple, dataclass
from typing import Literal

#: How a bag's contents are stated: mg in all, 1 part in so many of the full strength, mg per mL, or in words.
Holds = Literal["amount", "dilution", "concentration", "remainder", "full"]
HOLDS: tuple[Holds, ...] = ("amount", "dilution", "concentration", "remainder", "full")
#: Those that take a figure.
FIGURED: tuple[Holds, ...] = ("amount", "dilution", "concentration")
#: Where a step ends: "" at its minutes or volume.
ENDS = ("", "rest", "to_target")
MOST_BAGS = 20
MOST_STEPS = 100


@dataclass(frozen=True, kw_only=True)
class BagRow:
    """A bag: its volume in mL, one of HOLDS with the figure that belongs to it, and the code of its diluent."""

    volume: str
    holds: str
    figure: str = ""
    diluent: str = ""


@dataclass(frozen=True, kw_only=True)
class StepRow:
    """A step: the bag's position from 1, rate in mL/h, minutes and volume in mL, and one of ENDS."""

    bag: str
    rate: str = ""
    minutes: str = ""
    volume: str = ""
    ends: str = ""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """All rows; the position of a bag, from 1, is its number."""

    bags: tuple[BagRow, ...]
    steps: tuple[StepRow, ...]


def place_of(bag: str) -> int:
    """The position that a step names, 0 for none."""
    return int(bag) if bag.isascii() and bag.isdecimal() and len(bag) < 4 else 0


def digest(plan: Plan) -> str:
    """What tells two plans apart; blanks around a figure do not count."""
    rows = [[[text.strip() for text in astuple(row)] for row in rows] for rows in (plan.bags, plan.steps)]
    return hashlib.sha256(json.dumps(rows).encode()).hexdigest()
