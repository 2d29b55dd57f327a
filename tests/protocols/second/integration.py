"""An intravenous schedule found a second way: by pumping it.

Bags are stocks that lose what is drawn; the line is a queue of parcels of fluid; a step pushes a parcel in at the bag's
end and whatever leaves at the patient's end is the dose. Nothing here is shared with protocols.engine: the sources are
contracts.md 0 to 2 and protocols.md 1. Input is the specification's plain mapping with every figure as text; volumes in
mL, rates in mL/h, minutes, amounts in the mapping's unit. All figures are Fractions and exact.
"""

from __future__ import annotations

import math
from collections import deque
from copy import deepcopy
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise

ZERO = Fraction(0)


class RefusedError(Exception):
    """No result can be had: a bag runs dry, or the target is passed before the step that should reach it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Parcel:
    """A length of fluid in the line; `drawn` tells what came from a bag from the diluent that was there before."""

    ml: Fraction
    concentration: Fraction
    drawn: bool = True

    @property
    def amount(self) -> Fraction:
        return self.ml * self.concentration

    def cut(self, ml: Fraction) -> tuple[Parcel, Parcel]:
        return Parcel(ml, self.concentration, self.drawn), Parcel(self.ml - ml, self.concentration, self.drawn)


@dataclass
class Bag:
    number: int
    volume: Fraction
    concentration: Fraction
    drawn: Fraction = ZERO

    @property
    def left(self) -> Fraction:
        return self.volume - self.drawn

    def draw(self, ml: Fraction) -> Parcel:
        if ml > self.left:
            raise RefusedError("bag-exhausted")
        self.drawn += ml
        return Parcel(ml, self.concentration)


@dataclass
class Tube:
    """The line from bag to vein: the patient's end is the left of the queue."""

    parcels: deque[Parcel] = field(default_factory=deque)

    def push(self, parcel: Parcel) -> list[Parcel]:
        """Push a parcel in at the bag's end; give what leaves at the patient's end, the first to leave first."""
        self.parcels.append(parcel)
        to_leave, left = parcel.ml, []
        while to_leave > 0:
            first = self.parcels.popleft()
            if first.ml > to_leave:
                first, stays = first.cut(to_leave)
                self.parcels.appendleft(stays)
            left.append(first)
            to_leave -= first.ml
        return left

    @property
    def drawn_ml(self) -> Fraction:
        return sum((parcel.ml for parcel in self.parcels if parcel.drawn), ZERO)

    @property
    def amount(self) -> Fraction:
        return sum((parcel.amount for parcel in self.parcels), ZERO)


class Bedside:
    """Bags hung, lines primed, a pump: what one specification does when it is carried out."""

    def __init__(self, mapping: dict, concentrations: dict[int, Fraction]) -> None:
        self.line = mapping.get("line") or {"dead_volume_ml": "0", "primed_with": "solution"}
        self.pump = mapping.get("pump")
        self.target = Fraction(mapping["target_dose"])
        self.bags = {
            int(bag["number"]): Bag(int(bag["number"]), Fraction(bag["volume_ml"]), concentrations[int(bag["number"])])
            for bag in mapping["solutions"]
        }
        self.tubes: dict[int, Tube] = {}
        self.delivered = ZERO
        self.rows: list[dict] = []
        self.end_flush = self.line.get("end_flush", False) and self.dead_volume > 0
        self.stated = len(mapping["steps"])
        for step in mapping["steps"]:
            self.give(step)
        if self.end_flush:
            self.flush()

    @property
    def dead_volume(self) -> Fraction:
        return Fraction(self.line["dead_volume_ml"])

    def tube_of(self, bag: Bag) -> Tube:
        """The line this bag runs through: its own, or the one for all; primed when it is first needed."""
        place = bag.number if self.line.get("per_solution", True) else 0
        if place not in self.tubes:
            tube = self.tubes[place] = Tube()
            if self.dead_volume > 0:
                primed = self.line["primed_with"] == "solution"
                tube.parcels.append(
                    bag.draw(self.dead_volume) if primed else Parcel(self.dead_volume, ZERO, drawn=False)
                )
        return self.tubes[place]

    def settable(self, rate: Fraction) -> Fraction:
        """The nearest rate the pump can be set to, a half going up."""
        if self.pump is None:
            return rate
        resolution = Fraction(self.pump["rate_resolution_ml_h"])
        return math.floor(rate / resolution + Fraction(1, 2)) * resolution

    def minutes_for(self, volume: Fraction, rate: Fraction) -> Fraction:
        if rate == 0:
            raise RefusedError("rate-outside-pump")
        return volume / rate * 60

    def give(self, step: dict) -> None:
        bag = self.bags[int(step["solution"])]
        tube = self.tube_of(bag)
        first = not any(row["solution"] == bag.number for row in self.rows)
        if "volume_ml" in step:
            volume = self.volume_of(step["volume_ml"], bag, tube)
            wanted = Fraction(step["rate_ml_h"]) if "rate_ml_h" in step else volume * 60 / Fraction(step["minutes"])
            rate = self.settable(wanted)
            minutes = self.minutes_for(volume, rate)
        else:
            rate, minutes = self.settable(Fraction(step["rate_ml_h"])), Fraction(step["minutes"])
            volume = rate * minutes / 60
        dose = sum((parcel.amount for parcel in tube.push(bag.draw(volume))), ZERO)
        self.note(bag.number, rate, minutes, volume, dose)
        self.rows[-1]["line_fill"] = dose == 0 and first and volume == self.dead_volume > 0

    def volume_of(self, words: str, bag: Bag, tube: Tube) -> Fraction:
        if words == "rest":
            volume = bag.left
        elif words == "to_target":
            volume = self.volume_to_target(bag, tube)
        else:
            return Fraction(words)
        if volume <= 0:
            raise RefusedError("bag-exhausted")
        return volume

    def volume_to_target(self, bag: Bag, tube: Tube) -> Fraction:
        """Search the events (a parcel has left the line, the bag is empty) for the first by which the target is in.

        Between two events the dose rises evenly, so the crossing lies where the straight line between them meets it.
        """
        events, passed = [ZERO], ZERO
        for parcel in tube.parcels:
            passed += parcel.ml
            events.append(min(passed, bag.left))
        events.append(bag.left)
        tried = [(volume, self.tried(volume, bag, tube)) for volume in events]
        if tried[0][1] >= self.target:
            raise RefusedError("target-passed")
        for (before, lower), (after, upper) in pairwise(tried):
            if upper >= self.target:
                return before + (after - before) * (self.target - lower) / (upper - lower)
        raise RefusedError("bag-exhausted")

    def tried(self, volume: Fraction, bag: Bag, tube: Tube) -> Fraction:
        """What the patient will have had if this volume is pumped now and, after the last step, the line flushed."""
        bag, tube = deepcopy(bag), deepcopy(tube)
        had = self.delivered + sum((parcel.amount for parcel in tube.push(bag.draw(volume))), ZERO)
        return had + tube.amount if self.end_flush and len(self.rows) == self.stated - 1 else had

    def flush(self) -> None:
        """After the last step, at its rate, the line's own volume of diluent."""
        last = self.rows[-1]
        tube = self.tube_of(self.bags[last["solution"]])
        leaving = tube.push(Parcel(self.dead_volume, ZERO, drawn=False))
        minutes = self.minutes_for(self.dead_volume, last["rate_ml_h"])
        self.note(last["solution"], last["rate_ml_h"], minutes, self.dead_volume, sum(p.amount for p in leaving))
        self.rows[-1]["flush"] = True

    def note(self, solution: int, rate: Fraction, minutes: Fraction, volume: Fraction, dose: Fraction) -> None:
        self.delivered += dose
        earlier = [row["dose"] / row["minutes"] for row in self.rows if row["dose"] > 0]
        fold = dose / minutes / earlier[-1] if earlier else None
        row = {"number": len(self.rows) + 1, "solution": solution, "rate_ml_h": rate, "minutes": minutes}
        row |= {"volume_ml": volume, "dose": dose, "cumulative_dose": self.delivered, "fold_increase": fold}
        self.rows.append(row | {"flush": False, "line_fill": False})


def stated_concentration(bag: dict, mapping: dict) -> Fraction | None:
    """Concentration of one bag, None where it is to be the remainder."""
    volume, target = Fraction(bag["volume_ml"]), Fraction(mapping["target_dose"])
    if "concentration" in bag:
        return Fraction(bag["concentration"])
    if "dilution" in bag:
        last = next(other for other in mapping["solutions"] if other["number"] == mapping["steps"][-1]["solution"])
        return target / Fraction(last["volume_ml"]) / Fraction(bag["dilution"])
    if bag["amount"] == "remainder":
        return None
    return (target if bag["amount"] == "full" else Fraction(bag["amount"])) / volume


def with_remainder(mapping: dict, known: dict[int, Fraction], number: int) -> dict[int, Fraction]:
    """Two trial infusions with the last bag at two strengths, and the secant through what they delivered."""
    target = Fraction(mapping["target_dose"])
    weak, strong = ZERO, target
    low = Bedside(mapping, known | {number: weak}).delivered
    high = Bedside(mapping, known | {number: strong}).delivered
    if low >= target or high == low:
        raise RefusedError("remainder-undelivered" if high == low else "target-passed")
    return known | {number: weak + (strong - weak) * (target - low) / (high - low)}


def carry_out(mapping: dict) -> Bedside:
    """The specification carried out; raises RefusedError where no result can be had."""
    stated = {int(bag["number"]): stated_concentration(bag, mapping) for bag in mapping["solutions"]}
    known = {number: value for number, value in stated.items() if value is not None}
    for number in stated.keys() - known.keys():
        known = with_remainder(mapping, known, number)
    return Bedside(mapping, known)


def integrate(mapping: dict) -> dict:
    """The output of contracts.md 2 with Fractions for text, and `findings` as the set of (code, where) found here."""
    bedside = carry_out(mapping)
    bags = [bedside.bags[int(bag["number"])] for bag in mapping["solutions"]]
    tubes = bedside.tubes.values()
    in_line = {"ml": sum((tube.drawn_ml for tube in tubes), ZERO), "amount": sum((t.amount for t in tubes), ZERO)}
    return {
        **{key: mapping[key] for key in ("drug", "route", "unit")},
        "target_dose": bedside.target,
        "total_minutes": sum(row["minutes"] for row in bedside.rows),
        "total_dose": bedside.delivered,
        "in_line": in_line,
        "solutions": [
            {
                "number": bag.number,
                "volume_ml": bag.volume,
                "concentration": bag.concentration,
                "amount": bag.volume * bag.concentration,
                "infused_ml": bag.drawn,
                "discarded_ml": bag.left,
                "discarded_amount": bag.left * bag.concentration,
            }
            for bag in bags
        ],
        "steps": bedside.rows,
    }
