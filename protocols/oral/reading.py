"""From the rows of an oral plan back to a specification of the engine, or what is wrong in which cell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from protocols.engine import DaysSpecification
from protocols.engine.days import Phase
from protocols.engine.days.reader import MOST_STRENGTHS
from protocols.engine.days.specification import TIMES, TIMES_OF, Time
from protocols.oral.building import OralSpecification
from protocols.oral.reading_doses import read_doses
from protocols.oral.rows import PhaseRow, Plan, whole
from protocols.plan.cells import CellError, CellRefusedError, read_figure

Known = Mapping[str, Fraction]
#: A calendar of this many days is shown at most; longer is a slip.
MOST_DAYS = 366


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A specification, or the errors of cells that say why there is none."""

    specification: OralSpecification | None = None
    errors: tuple[CellError, ...] = ()


def read_plan(plan: Plan, *, base: OralSpecification, known: Known) -> Reading:
    """The plan for the drug and unit of `base`; `known` are figures by their text (building.py).

    What the source declared of its published rises does not hold for other rows: nothing is declared.
    """
    errors: list[CellError] = []
    target = _kept(errors, "head-1-target", plan.head.target, known)
    if plan.phases:
        strengths = _strengths(errors, plan.head.strengths, known)
        phases = [_phase(errors, row, f"phase-{n}", known) for n, row in enumerate(plan.phases, start=1)]
        errors += _together(phases)
        made: OralSpecification | None = DaysSpecification(
            drug=base.drug,
            route="oral",
            target_dose=target or Fraction(1),
            unit=base.unit,
            strengths=strengths,
            phases=tuple(phase for phase in phases if phase),
        )
    else:
        made = read_doses(plan, errors=errors, base=base, known=known)
        made = replace(made, target_dose=target) if made and target else made
    return Reading(errors=tuple(errors)) if errors else Reading(specification=made)


def _kept(errors: list[CellError], cell: str, text: str, known: Known) -> Fraction | None:
    try:
        return read_figure(cell, text, known=known)
    except CellRefusedError as refused:
        errors.append(refused.error)
        return None


def _strengths(errors: list[CellError], text: str, known: Known) -> tuple[Fraction, ...]:
    parts = [part for part in text.split(";") if part.strip()]
    if len(parts) > MOST_STRENGTHS:
        errors.append(CellError(cell="head-1-strengths", code="too_many"))
        return ()
    read: list[Fraction] = []
    for part in parts:
        figure = _kept(errors, "head-1-strengths", part, known)
        read += [figure] if figure and figure not in read else []
    return tuple(read)


def _phase(errors: list[CellError], row: PhaseRow, name: str, known: Known) -> Phase | None:
    first, last = _day(errors, f"{name}-first", row.first), None
    if row.last.strip():
        last = _day(errors, f"{name}-last", row.last)
    if first and last and last < first:
        errors.append(CellError(cell=f"{name}-last", code="ends_before", values=(("first", str(first)),)))
    doses = _doses(errors, row, name, known)
    if first is None or (last is None and row.last.strip()):
        return None
    return Phase(first_day=first, last_day=last, doses=doses)


def _day(errors: list[CellError], cell: str, text: str) -> int | None:
    day = whole(text)
    if day is None or day > MOST_DAYS:
        errors.append(CellError(cell=cell, code="no_day", values=(("most", str(MOST_DAYS)),)))
        return None
    return day


def _doses(errors: list[CellError], row: PhaseRow, name: str, known: Known) -> tuple[tuple[Time, Fraction], ...]:
    named: dict[Time, str] = {time: getattr(row, time) for time in TIMES if getattr(row, time).strip()}
    if named and (row.dose.strip() or row.times.strip()):
        errors.append(CellError(cell=f"{name}-dose" if row.dose.strip() else f"{name}-times", code="either"))
        return ()
    if named:
        read = [(time, _kept(errors, f"{name}-{time}", text, known)) for time, text in named.items()]
        return tuple((time, dose) for time, dose in read if dose is not None)
    dose, times = _kept(errors, f"{name}-dose", row.dose, known), whole(row.times)
    if times not in TIMES_OF:
        errors.append(CellError(cell=f"{name}-times", code="no_times"))
        return ()
    return tuple((time, dose) for time in TIMES_OF[times]) if dose else ()


def _together(phases: Sequence[Phase | None]) -> list[CellError]:
    """Each phase begins on the day after the one before, the first on day 1; the last alone may be open."""
    errors = []
    if phases[0] and phases[0].first_day != 1:
        errors.append(CellError(cell="phase-1-first", code="from_one"))
    for n, (before, after) in enumerate(pairwise(phases), start=1):
        if before and before.last_day is None:
            errors.append(CellError(cell=f"phase-{n}-last", code="open_last"))
        elif before and after and after.first_day != (before.last_day or 0) + 1:
            day = (("day", str((before.last_day or 0) + 1)),)
            errors.append(CellError(cell=f"phase-{n + 1}-first", code="follows", values=day))
    return errors
