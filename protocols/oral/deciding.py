"""Which oral plan the editor shows: the template's, or the edited one, or both in question (as plan/deciding.py)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from desens.numbers.quantity import AMOUNT_UNITS
from protocols.oral.building import OralSpecification, known_figures, plan_of
from protocols.oral.editing import EDITS
from protocols.oral.posting import Posted
from protocols.oral.reading import read_plan
from protocols.oral.rows import Plan, digest
from protocols.plan.cells import CellError
from protocols.plan.deciding import ANEW, KEEP, STORED

_EDIT = re.compile(r"([a-z]+-[a-z]+)-([0-9]{1,3})", re.ASCII)


@dataclass(frozen=True, kw_only=True)
class OralState:
    """The plan that holds, with its specification, or the errors of its cells; its amounts are in `unit`.

    `edited`: not what the template gives. `asks`: another template was chosen after edits, and it is open whether
    they are kept; `may_keep` is false where that is in another unit: figures are never read in a unit that they were
    not typed in. `built_from` and `built` go back into the form.
    """

    plan: Plan
    specification: OralSpecification | None
    errors: tuple[CellError, ...] = ()
    edited: bool = False
    asks: bool = False
    may_keep: bool = True
    unit: str
    built_from: str
    built: str


def decided(
    given: Posted, *, fresh: OralSpecification, key: str, extra: Mapping[str, Fraction] | None = None
) -> OralState:
    """The state after what was posted; `fresh` is what the template gives, `key` names its revision.

    Edits survive until the prescriber says otherwise. `extra` are more known figures.
    """
    built = plan_of(fresh)
    known = known_figures(fresh) | dict(extra or {})
    plan, same = given.plan, given.built_from in (key, STORED)
    unedited = plan is not None and digest(plan) == given.built
    if plan is None or given.action == ANEW or (unedited and not same):
        plan, same = built, True
    plan = edited_by(given.action, plan)
    unit = fresh.unit if same else unit_of(given.built_from)
    may_keep = unit == fresh.unit
    asks = not same and not (given.action == KEEP and may_keep)
    if digest(plan) == digest(built) and may_keep:
        return OralState(plan=built, specification=fresh, unit=unit, built_from=key, built=digest(built))
    reading = read_plan(plan, base=fresh, known=known)
    alike = reading.specification is not None and reading == read_plan(built, base=fresh, known=known)
    return OralState(
        plan=plan,
        specification=(fresh if alike else reading.specification) if may_keep else None,
        errors=reading.errors,
        edited=not alike,
        asks=asks,
        may_keep=may_keep,
        unit=unit,
        built_from=given.built_from if asks else key,
        built=given.built if asks else digest(built),
    )


def undecided(given: Posted) -> OralState | None:
    """The rows as they were typed where no template is chosen to hold them against; None without rows."""
    if given.plan is None:
        return None
    return OralState(
        plan=given.plan,
        specification=None,
        edited=digest(given.plan) != given.built,
        unit=unit_of(given.built_from),
        built_from=given.built_from,
        built=given.built,
    )


def key_of(slug: str, revision: object, unit: str) -> str:
    """What names the template that a plan was built from, and its unit."""
    return f"{slug} {revision} {unit}"


def unit_of(key: str) -> str:
    """The unit of a key; "" for what `key_of` never wrote."""
    unit = key.rpartition(" ")[2]
    return unit if unit in AMOUNT_UNITS else ""


def edited_by(action: str, plan: Plan) -> Plan:
    """The plan after a button such as insert-phase-3; the same plan for any other button."""
    found = _EDIT.fullmatch(action)
    edit = EDITS.get(found[1]) if found else None
    return edit(plan, int(found[2])) if found and edit else plan
