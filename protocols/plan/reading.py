"""From the rows of a plan back to a specification of the engine, or what is wrong in which cell."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TypeVar

from protocols.engine import Solution, Specification, Step
from protocols.engine.specification import AMOUNT_WORDS, DILUENTS, VOLUME_WORDS
from protocols.plan.cells import CellError, CellRefusedError, read_figure
from protocols.plan.rows import FIGURED, HOLDS, BagRow, Plan, StepRow, place_of

Known = Mapping[str, Fraction]
Row = TypeVar("Row")
Read = TypeVar("Read")


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A specification, or the errors of cells that say why there is none."""

    specification: Specification | None = None
    errors: tuple[CellError, ...] = ()


def read_plan(plan: Plan, *, base: Specification, known: Known) -> Reading:
    """The plan for the drug, target, line and pump of `base`; `known` are figures by their text (building.py).

    What the source declared of its published rises does not hold for other bags and steps: nothing is declared.
    """
    errors: list[CellError] = []
    bags = [_kept(errors, _bag, row, n, known) for n, row in enumerate(plan.bags, start=1)]
    steps = [_kept(errors, _step, row, n, known) for n, row in enumerate(plan.steps, start=1)]
    errors += _together(plan)
    if errors:
        return Reading(errors=tuple(errors))
    read = replace(
        base,
        declared=frozenset(),
        solutions=tuple(bag for bag in bags if bag),
        steps=tuple(step for step in steps if step),
    )
    return Reading(specification=read)


def _kept(
    errors: list[CellError], read: Callable[[Row, int, Known], Read], row: Row, number: int, known: Known
) -> Read | None:
    try:
        return read(row, number, known)
    except CellRefusedError as refused:
        errors.append(refused.error)
        return None


def _bag(row: BagRow, number: int, known: Known) -> Solution:
    name = f"bag-{number}"
    volume_ml = read_figure(f"{name}-volume", row.volume, known=known)
    _one_of(f"{name}-holds", row.holds, HOLDS)
    _one_of(f"{name}-diluent", row.diluent, ("", *DILUENTS))
    assert volume_ml is not None  # noqa: S101 - narrows the type
    stated = (
        {row.holds: read_figure(f"{name}-figure", row.figure, known=known)}
        if row.holds in FIGURED
        else {"amount": next(word for word in AMOUNT_WORDS if word == row.holds)}
    )
    return replace(Solution(number=number, volume_ml=volume_ml, diluent=row.diluent or None), **stated)  # type: ignore[arg-type]  # a mapping of fields


def _step(row: StepRow, number: int, known: Known) -> Step:
    name = f"step-{number}"
    _one_of(f"{name}-ends", row.ends, ("", *VOLUME_WORDS))
    figures = {
        part: read_figure(f"{name}-{part}", text, known=known, optional=True)
        for part, text in (("rate", row.rate), ("minutes", row.minutes), ("volume", row.volume))
    }
    word = next((word for word in VOLUME_WORDS if word == row.ends), None)
    _check_given(name, figures, word)
    volume_ml = word or figures["volume"]
    return Step(
        solution=place_of(row.bag),
        rate_ml_h=figures["rate"],
        minutes=figures["minutes"],
        volume_ml=volume_ml,
    )


def _check_given(name: str, figures: Mapping[str, Fraction | None], word: str | None) -> None:
    rate, minutes, volume = (figures[part] for part in ("rate", "minutes", "volume"))
    if word and volume is not None:
        raise CellRefusedError(CellError(cell=f"{name}-volume", code="ends_itself"))
    if word and rate is not None and minutes is not None:
        raise CellRefusedError(CellError(cell=f"{name}-minutes", code="ends_itself"))
    given = sum(part is not None for part in (rate, minutes, volume)) + bool(word)
    if given < 2:
        missing = "rate" if rate is None else "minutes"
        raise CellRefusedError(CellError(cell=f"{name}-{missing}", code="two_of_three"))
    if rate is not None and minutes is not None and volume is not None and rate * minutes != volume * 60:
        raise CellRefusedError(CellError(cell=f"{name}-volume", code="disagree"))


def _one_of(cell: str, text: str, choices: tuple[str, ...]) -> None:
    if text not in choices:
        raise CellRefusedError(CellError(cell=cell, code="choose"))


def _together(plan: Plan) -> list[CellError]:
    """What no single row shows: who may carry the remainder, and that a step's bag is there."""
    errors = [
        CellError(cell=f"bag-{n}-holds", code="remainder_last")
        for n, bag in enumerate(plan.bags[:-1], start=1)
        if bag.holds == "remainder"
    ]
    errors += [
        CellError(cell=f"step-{n}-bag", code="choose")
        for n, step in enumerate(plan.steps, start=1)
        if not 1 <= place_of(step.bag) <= len(plan.bags)
    ]
    if plan.bags[-1].holds == "remainder":
        errors += [
            CellError(cell=f"step-{n}-ends", code="remainder_meets_target")
            for n, step in enumerate(plan.steps, start=1)
            if step.ends == "to_target"
        ]
    return errors
