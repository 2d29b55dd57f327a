"""Where an infusion stands, a second way: nothing is pushed, everything is counted from the start each time.

A history is a list of moves (bag, mL, whether it is a flush). For each line all that ever entered is laid end to end,
the prime first; what has left is the first so many mL of it, as many as entered after the prime. What remains is tried
from the end: the plan whole, then ending in the last step, the last but one, and so on. Shares nothing with
protocols.engine; all figures are Fractions.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

DILUENT = 0
Move = tuple[int, Fraction, bool]


@dataclass(frozen=True, kw_only=True)
class Set:
    """What was hung: bags as {number: (mL, per mL)}; steps as (bag, mL/h, minutes, mL, flush); the line, if any."""

    bags: dict[int, tuple[Fraction, Fraction]]
    steps: list[tuple[int, Fraction, Fraction, Fraction, bool]]
    dead_ml: Fraction = Fraction(0)
    drug_primed: bool = False
    own_lines: bool = True


@dataclass(kw_only=True)
class Account:
    """What came of a list of moves."""

    given: Fraction = Fraction(0)
    drawn: dict[int, Fraction] = field(default_factory=dict)
    staying: dict[int, list[tuple[int, Fraction]]] = field(default_factory=dict)

    def held(self, hung: Set, key: int) -> Fraction:
        """The drug in one line."""
        return sum((ml * strength(hung, bag) for bag, ml in self.staying.get(key, [])), Fraction(0))


def strength(hung: Set, bag: int) -> Fraction:
    return hung.bags[bag][1] if bag else Fraction(0)


def account(hung: Set, moves: list[Move]) -> Account:
    """Count all of it from the start."""
    entered: dict[int, list[tuple[int, Fraction]]] = {}
    drawn = dict.fromkeys(hung.bags, Fraction(0))
    for bag, ml, flush in moves:
        key = bag if hung.own_lines else 0
        if key not in entered:
            primer = bag if hung.own_lines else hung.steps[0][0]
            entered[key] = [(primer if hung.drug_primed else DILUENT, hung.dead_ml)]
            drawn[primer] += hung.dead_ml * hung.drug_primed
        entered[key].append((DILUENT if flush else bag, ml))
        drawn[bag] += 0 if flush else ml
    counted = Account(drawn=drawn)
    for key, pieces in entered.items():
        gone = sum(ml for _, ml in pieces[1:])
        counted.staying[key] = []
        for bag, ml in pieces:
            out = min(ml, gone)
            gone -= out
            counted.given += out * strength(hung, bag)
            counted.staying[key].append((bag, ml - out))
    return counted


@dataclass(kw_only=True)
class Ran:
    """A step on the pump."""

    number: int
    bag: int
    rate: Fraction
    plan_ml: Fraction
    flush: bool
    moved: Fraction = Fraction(0)
    minutes: Fraction = Fraction(0)
    read: Fraction = Fraction(0)
    unread_minutes: Fraction = Fraction(0)


@dataclass(frozen=True, kw_only=True)
class Row:
    """A step to come."""

    number: int
    bag: int
    rate: Fraction
    ml: Fraction
    flush: bool

    @property
    def minutes(self) -> Fraction:
        return self.ml * 60 / self.rate


def to_come(hung: Set, runs: list[Ran]) -> tuple[list[Row], Row | None]:
    """The rest of the last run and all steps behind it, as planned; and the flush apart."""
    rows, flush, done = [], None, runs[-1].number if runs else 0
    for number, (bag, rate, _, ml, is_flush) in enumerate(hung.steps, start=1):
        if number < done:
            continue
        if number == done:
            run = runs[-1]
            row = Row(
                number=number, bag=run.bag, rate=run.rate, ml=max(run.plan_ml - run.moved, Fraction(0)), flush=is_flush
            )
        elif is_flush and runs:
            row = Row(number=number, bag=runs[-1].bag, rate=runs[-1].rate, ml=ml, flush=True)
        else:
            row = Row(number=number, bag=bag, rate=rate, ml=ml, flush=is_flush)
        if is_flush:
            flush = row
        else:
            rows.append(row)
    return rows, flush


class Ahead:
    """Ways to go on, tried one after another."""

    def __init__(self, hung: Set, goal: Fraction, runs: list[Ran]) -> None:
        self.hung, self.goal = hung, goal
        self.past = [(run.bag, run.moved, run.flush) for run in runs]
        self.rows, self.flush = to_come(hung, runs)
        self.last = max(number for number, step in enumerate(hung.steps, start=1) if not step[4])
        self.dry: set[int] = set()

    def answer(self) -> list[Row]:
        """The rows that will be given."""
        fitting = self.fit(self.rows)
        way = self.ended(fitting, whole=True)
        if self.total(way) == self.goal:
            return self.told(self.rows, way)
        for count in range(len(self.rows), 0, -1):
            before, row = self.fit(self.rows[: count - 1]), self.rows[count - 1]
            stretched = self.stretched(before, row)
            if stretched is not None:
                asked = [*self.rows[: count - 1], stretched]
                return self.told(asked, self.ended(self.fit(asked)))
        return self.told([], self.ended([]))

    def told(self, asked: list[Row], way: list[Row]) -> list[Row]:
        """Which bags ran dry on the way, the last step's own apart."""
        for wanted, row in zip(asked, way, strict=False):
            if row.ml < wanted.ml and wanted.number != self.last:
                self.dry.add(row.bag)
        return [row for row in way if row.ml]

    def fit(self, rows: list[Row]) -> list[Row]:
        """Each as far as its bag holds."""
        way: list[Row] = []
        for row in rows:
            hung_up = account(self.hung, [*self.past, *moves(way), (row.bag, Fraction(0), False)])
            left = self.hung.bags[row.bag][0] - hung_up.drawn[row.bag]
            way.append(Row(number=row.number, bag=row.bag, rate=row.rate, ml=min(row.ml, left), flush=False))
        return way

    def ended(self, way: list[Row], whole: bool = False) -> list[Row]:
        """With the flush behind: the whole of it, or as much as is wanted."""
        if self.flush is None:
            return way
        bag, rate = (way[-1].bag, way[-1].rate) if way else (self.flush.bag, self.flush.rate)
        before = account(self.hung, [*self.past, *moves(way), (bag, Fraction(0), True)])
        key, ml, wanted = bag if self.hung.own_lines else 0, Fraction(0), self.goal - before.given
        all_wanted = whole or before.held(self.hung, key) <= wanted
        for inside, plug in before.staying[key]:
            per_ml = strength(self.hung, inside)
            if wanted <= 0:
                break
            ml += min(plug, wanted / per_ml) if per_ml else plug
            wanted -= plug * per_ml
        if all_wanted:
            ml = self.flush.ml
        return [*way, Row(number=self.flush.number, bag=bag, rate=rate, ml=min(ml, self.flush.ml), flush=True)]

    def stretched(self, before: list[Row], row: Row) -> Row | None:
        """The row with the least volume that reaches the goal; None where it is reached with nothing of it."""
        key = row.bag if self.hung.own_lines else 0
        state = account(self.hung, [*self.past, *moves(before), (row.bag, Fraction(0), False)])
        wanted = self.goal - state.given - (state.held(self.hung, key) if self.flush else 0)
        if wanted <= 0:
            return None
        ml = Fraction(0)
        for bag, plug in [] if self.flush else state.staying[key]:
            gives = plug * strength(self.hung, bag)
            if gives >= wanted:
                ml, wanted = ml + wanted / strength(self.hung, bag), Fraction(0)
                break
            ml, wanted = ml + plug, wanted - gives
        ml += wanted / strength(self.hung, row.bag)
        ml = ml if row.number == self.last else min(ml, row.ml)
        return Row(number=row.number, bag=row.bag, rate=row.rate, ml=ml, flush=False)

    def total(self, way: list[Row]) -> Fraction:
        return account(self.hung, [*self.past, *moves(way)]).given


def moves(rows: list[Row]) -> list[Move]:
    return [(row.bag, row.ml, row.flush) for row in rows]
