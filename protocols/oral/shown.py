"""The oral plan as the editor shows it: every input with what is wrong in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from protocols.oral.components import Share
from protocols.oral.deciding import OralState
from protocols.oral.posting import Posted
from protocols.oral.wording import HEADS, PARTS, sentence

COUNTED = ("first", "last", "times", "solution")


@dataclass(frozen=True, kw_only=True)
class Input:
    """One input: `name` such as phase-1-first, of row `line`; `wrong` is "" where it can be read."""

    name: str
    line: str
    kind: str
    part: str
    label: str
    value: str
    wrong: str

    @property
    def counts(self) -> bool:
        """Whether a short whole number is typed: a day, how often, which solution."""
        return self.part in COUNTED


@dataclass(frozen=True, kw_only=True)
class Line:
    """A row with its inputs in their order."""

    number: int
    name: str
    kind: str
    inputs: tuple[Input, ...]
    removable: bool


@dataclass(frozen=True, kw_only=True)
class OralPlanView:
    """All that the plan's part of the page needs; `unit_text` is that of every amount.

    Of several components the amounts are those of the first, which `unit_text` names; `shares` says what goes with it.

    `whole`: the page has other rows than these, so all of it is sent; else what is wrong in each cell, and what it says
    of edits only where it `says_otherwise`: a button that is pressed must not be replaced.
    """

    head: tuple[Input, ...]
    phases: tuple[Line, ...]
    solutions: tuple[Line, ...]
    doses: tuple[Line, ...]
    unit_text: str
    shares: tuple[str, ...]
    edited: bool
    asks: bool
    may_keep: bool
    built_from: str
    built: str
    said: str
    whole: bool
    says_otherwise: bool

    @property
    def inputs(self) -> list[Input]:
        """Every input."""
        lines = (*self.phases, *self.solutions, *self.doses)
        return [*self.head, *(given for line in lines for given in line.inputs)]


def plan_view(state: OralState, given: Posted, *, typed_of: tuple[str, Sequence[Share]] = ("", ())) -> OralPlanView:
    """The plan with the first error of each cell; `typed_of`: of several components the first, and the others."""
    first, shares = typed_of
    wrong: dict[str, str] = {}
    for error in state.errors:
        wrong.setdefault(error.cell, sentence(error))
    plan, lines = state.plan, dict[str, list[Line]]()
    used = {row.solution.strip() for row in plan.doses}
    alone = {"phase": len(plan.phases) == 1, "dose": len(plan.doses) == 1}
    for kind, n, row in plan.named():
        name = f"{kind}-{n}"
        inputs = tuple(_input(kind, name, part, text, wrong) for part, text in vars(row).items())
        removable = str(n) not in used if kind == "solution" else not alone.get(kind, True)
        lines.setdefault(kind, []).append(Line(number=n, name=name, kind=kind, inputs=inputs, removable=removable))
    unit_text = _unit_text(state.unit, first)
    said = f"{state.edited} {state.asks} {state.may_keep} {unit_text}"
    elsewhere = "interval" if plan.phases else "strengths"
    return OralPlanView(
        head=tuple(one for one in lines["head"][0].inputs if one.part != elsewhere),
        phases=tuple(lines.get("phase", ())),
        solutions=tuple(lines.get("solution", ())),
        doses=tuple(lines.get("dose", ())),
        unit_text=unit_text,
        shares=tuple(_share_text(state.unit, first, share) for share in shares) if state.unit else (),
        edited=state.edited,
        asks=state.asks,
        may_keep=state.may_keep,
        built_from=state.built_from,
        built=state.built,
        said=said,
        whole=given.plan is None or state.plan != given.plan or given.said.split(" ", 3)[3:] != [unit_text],
        says_otherwise=given.said != said,
    )


def _unit_text(unit: str, component: str) -> str:
    text = Quantity.of(0, unit).unit_text if unit else ""
    return _("%(unit)s of %(drug)s") % {"unit": text, "drug": component} if component else text


def _share_text(unit: str, first: str, share: Share) -> str:
    one, other = Quantity.of(1, unit), Quantity.of(share.times, unit)
    values = {"first": one, "drug": first, "other": other, "component": share.drug}
    return _("With each %(first)s of %(drug)s go %(other)s of %(component)s, in the same tablet or solution.") % values


def _input(kind: str, line: str, part: str, value: str, wrong: dict[str, str]) -> Input:
    name = f"{line}-{part}"
    label = str(HEADS.get(part, PARTS[part]))
    return Input(name=name, line=line, kind=kind, part=part, label=label, value=value, wrong=wrong.get(name, ""))
