"""The plan as the editor shows it: every input with its error, every computed cell with whether it changed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from protocols.engine import Schedule
from protocols.plan.computed import bag_cells, step_cells
from protocols.plan.deciding import PlanState
from protocols.plan.posting import Posted
from protocols.plan.rows import BagRow, StepRow
from protocols.plan.turning import held
from protocols.plan.wording import ENDS, HOLDS, diluents, sentence

#: The key under which the page keeps what of its shape the server needs to know.
SHAPE = "shape"
#: And whether it said that the plan was edited, and asked.
SAID = "said"


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A computed text, or what is wrong in an input; `changed` since the page last showed it."""

    name: str
    text: str
    changed: bool

    @property
    def style(self) -> str:
        """Its class on the page."""
        return "cell-error" if self.name.endswith("_wrong") else "cell-hint" if self.name.endswith("_is") else "figure"


@dataclass(frozen=True, kw_only=True)
class Input:
    """One input with what was typed, what is wrong in it, and the figure that holds where another was typed or none."""

    name: str
    kind: str
    part: str
    value: str
    wrong: Cell
    hint: Cell | None


@dataclass(frozen=True, kw_only=True)
class Line:
    """A bag or a step: its inputs and its computed cells by their parts. `marked` as PlanView says."""

    number: int
    name: str
    inputs: Mapping[str, Input]
    cells: Mapping[str, Cell]
    marked: bool
    held: str = ""


@dataclass(frozen=True, kw_only=True)
class PlanView:
    """All that the plan's part of the page needs.

    `whole`: the page has other rows than these, so all of it is sent; else `changes` alone, and what it says and asks
    of the edits only where it `says_otherwise`: a button that is pressed must not be replaced. A bag is `marked` where
    no step uses it and it can be removed, a step where it changes the bag.
    """

    bags: tuple[Line, ...]
    steps: tuple[Line, ...]
    edited: bool
    asks: bool
    built_from: str
    built: str
    seen: str
    whole: bool
    says_otherwise: bool
    changes: tuple[Cell, ...]
    holds: tuple[tuple[str, object], ...] = HOLDS
    ends: tuple[tuple[str, object], ...] = ENDS

    @property
    def places(self) -> list[tuple[str, int]]:
        """The options of a step's bag."""
        return [(str(bag.number), bag.number) for bag in self.bags]

    @property
    def may_shorten(self) -> bool:
        """Whether a step can be removed."""
        return len(self.steps) > 1

    @property
    def diluents(self) -> list[tuple[str, str]]:
        """The options of a diluent."""
        return diluents()


def plan_view(state: PlanState, schedule: Schedule | None, given: Posted) -> PlanView:
    """The plan with its computed cells; without a schedule those are dashes."""
    bags, steps = state.plan.bags, state.plan.steps
    texts = {
        **{f"bag-{n}-{part}": text for n, parts in bag_cells(len(bags), schedule) for part, text in parts.items()},
        **{f"step-{n}-{part}": text for n, parts in step_cells(steps, schedule) for part, text in parts.items()},
        **{f"{error.cell}_wrong": sentence(error) for error in state.errors},
    }
    shape, said = _shape(state), f"{state.edited} {state.asks}"
    shown = given.seen if given.plan and given.seen else None
    cells = {name: Cell(name=name, text=text, changed=_changed(shown, name, text)) for name, text in texts.items()}
    gone = [Cell(name=name, text="", changed=False) for name in shown or () if name not in (*texts, SHAPE, SAID)]
    used = {step.bag for step in steps}
    changes = [n > 0 and step.bag != steps[n - 1].bag for n, step in enumerate(steps)]
    return PlanView(
        bags=tuple(
            _line("bag", n, bag, cells, str(n) not in used and len(bags) > 1) for n, bag in enumerate(bags, start=1)
        ),
        steps=tuple(_line("step", n, step, cells, changes[n - 1]) for n, step in enumerate(steps, start=1)),
        edited=state.edited,
        asks=state.asks,
        built_from=state.built_from,
        built=state.built,
        seen=json.dumps(texts | {SHAPE: shape, SAID: said}, separators=(",", ":")),
        whole=shown is None or state.plan != given.plan or shown.get(SHAPE) != shape,
        says_otherwise=shown is None or shown.get(SAID) != said,
        changes=(*(cell for cell in cells.values() if cell.changed), *gone),
    )


def _shape(state: PlanState) -> str:
    """What the rows look like beside their figures: which step belongs to which bag, and how a bag is stated."""
    bags = ",".join(step.bag for step in state.plan.steps)
    ways = ",".join(bag.holds for bag in state.plan.bags)
    return f"{bags} {ways}"


def _changed(shown: Mapping[str, str] | None, name: str, text: str) -> bool:
    return shown is not None and shown.get(name, "") != text


def _line(kind: str, number: int, typed: BagRow | StepRow, cells: Mapping[str, Cell], marked: bool) -> Line:
    name = f"{kind}-{number}"
    return Line(
        number=number,
        name=name,
        inputs={part: _input(kind, name, part, value, cells) for part, value in vars(typed).items()},
        cells={cell.removeprefix(f"{name}-"): found for cell, found in cells.items() if cell.startswith(f"{name}-")},
        marked=marked,
        held=held(typed) if isinstance(typed, BagRow) else "",
    )


def _input(kind: str, line: str, part: str, value: str, cells: Mapping[str, Cell]) -> Input:
    name = f"{line}-{part}"
    right = Cell(name=f"{name}_wrong", text="", changed=False)
    return Input(
        name=name,
        kind=kind,
        part=part,
        value=value,
        wrong=cells.get(right.name, right),
        hint=cells.get(f"{name}_is"),
    )
