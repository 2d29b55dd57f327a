"""Which plan the editor shows: the one that template and choices give, or the edited one, or both in question."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from protocols.engine import Specification
from protocols.plan.building import known_figures, plan_of
from protocols.plan.cells import CellError
from protocols.plan.editing import insert_bag, insert_step, remove_bag, remove_step
from protocols.plan.posting import Posted
from protocols.plan.reading import read_plan
from protocols.plan.rows import Plan, digest
from protocols.plan.turning import turned

KEEP, ANEW = "keep", "anew"
#: Stands for the choices that a stored version was saved with.
STORED = "stored"
EDITS: dict[str, Callable[[Plan, int], Plan]] = {
    "insert-step": insert_step,
    "remove-step": remove_step,
    "insert-bag": insert_bag,
    "remove-bag": remove_bag,
}
_EDIT = re.compile(r"([a-z]+-[a-z]+)-([0-9]{1,3})", re.ASCII)


@dataclass(frozen=True, kw_only=True)
class PlanState:
    """The plan that holds, with its specification, or the errors of its cells.

    `edited`: not what template and choices give. `asks`: the choices changed after edits, and it is open whether the
    edits are kept. `built_from` and `built` go back into the form.
    """

    plan: Plan
    specification: Specification | None
    errors: tuple[CellError, ...] = ()
    edited: bool = False
    asks: bool = False
    built_from: str
    built: str


def decided(
    given: Posted, *, fresh: Specification, choices_key: str, extra: Mapping[str, Fraction] | None = None
) -> PlanState:
    """The state after what was posted; `fresh` is what template and choices give now, `choices_key` tells them apart.

    Edits survive until the prescriber says otherwise: where the choices are no longer those that the edited plan was
    built from, it stays and `asks` is true, until KEEP or ANEW is pressed. `extra` are more known figures.
    """
    built = plan_of(fresh)
    known = known_figures(fresh) | dict(extra or {})
    plan = given.plan
    same = given.built_from in (choices_key, STORED)
    unedited = plan is not None and digest(plan) == given.built
    if plan is None or given.action == ANEW or (unedited and not same):
        plan, same = built, True
    plan = turned(plan, given.was, base=fresh, known=known) if given.plan is plan else plan
    plan = edited_by(given.action, plan)
    asks = not same and given.action != KEEP
    if digest(plan) == digest(built):
        return PlanState(plan=built, specification=fresh, built_from=choices_key, built=digest(built))
    reading = read_plan(plan, base=fresh, known=known)
    alike = reading.specification == read_plan(built, base=fresh, known=known).specification
    return PlanState(
        plan=plan,
        specification=fresh if alike else reading.specification,
        errors=reading.errors,
        edited=not alike,
        asks=asks,
        built_from=given.built_from if asks else choices_key,
        built=given.built if asks else digest(built),
    )


def undecided(given: Posted) -> PlanState | None:
    """The rows as they were typed where the choices give no plan to hold them against; None without rows."""
    if given.plan is None:
        return None
    return PlanState(
        plan=given.plan,
        specification=None,
        edited=digest(given.plan) != given.built,
        built_from=given.built_from,
        built=given.built,
    )


def edited_by(action: str, plan: Plan) -> Plan:
    """The plan after a button such as insert-step-3; the same plan for any other button."""
    found = _EDIT.fullmatch(action)
    edit = EDITS.get(found[1]) if found else None
    return edit(plan, int(found[2])) if found and edit else plan
