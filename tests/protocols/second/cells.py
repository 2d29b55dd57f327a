"""Delivered dose a third way: the line as a row of cells, pushed on by one cell after another.

A finite-volume scheme at Courant number 1: every volume is a whole number of cells of `cell_ml`, each pump stroke lets
one cell in at the bag and one out at the patient, and takes cell_ml x 60 / rate minutes. No queue of plugs, no curve:
only a list of concentrations. Shares nothing with protocols.engine; all figures are Fractions.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

NOTHING = (0, Fraction(0))


@dataclass
class Trace:
    """(minute, delivered so far) after each stroke; mL of each bag that stay in the lines and were drawn."""

    points: list[tuple[Fraction, Fraction]] = field(default_factory=lambda: [(Fraction(0), Fraction(0))])
    staying_ml: dict[int, Fraction] = field(default_factory=dict)
    drawn_ml: dict[int, Fraction] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Tubing:
    """How many cells the line holds, whether the drug fills it at first, whether each bag has its own, and flushing."""

    cells: int
    primed: bool
    own: bool
    flushed: bool


def pumped(steps: list[tuple[int, Fraction, int]], strengths: dict[int, Fraction], tubing: Tubing, cell_ml: Fraction):
    """The trace of (bag, rate in mL/h, cells) steps; `strengths` per mL."""
    trace, lines = Trace(), {}
    strokes = [(bag, rate, True) for bag, rate, cells in steps for _ in range(cells)]
    if tubing.flushed:
        strokes += [(*steps[-1][:2], False)] * tubing.cells
    for bag, rate, drug in strokes:
        line = lines.get(bag if tubing.own else "all")
        if line is None:
            line = lines[bag if tubing.own else "all"] = [
                (bag, strengths[bag]) if tubing.primed else NOTHING
            ] * tubing.cells
            trace.drawn_ml[bag] = trace.drawn_ml.get(bag, 0) + tubing.cells * cell_ml * tubing.primed
        trace.drawn_ml[bag] = trace.drawn_ml.get(bag, 0) + cell_ml * drug
        line.append((bag, strengths[bag]) if drug else NOTHING)
        _, strength = line.pop(0)
        minute, given = trace.points[-1]
        trace.points.append((minute + cell_ml * 60 / rate, given + strength * cell_ml))
    for bag, _ in [cell for line in lines.values() for cell in line if cell != NOTHING]:
        trace.staying_ml[bag] = trace.staying_ml.get(bag, 0) + cell_ml
    return trace
