"""A bag whose contents are stated another way from now on: the figure is turned, never read in the other unit."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from desens.numbers.write import number_text
from protocols.engine import ContentError, NothingToCompute, Schedule, Specification, compute
from protocols.plan.building import figure_text
from protocols.plan.cells import THIN
from protocols.plan.reading import read_plan
from protocols.plan.rows import FIGURED, BagRow, Plan


def turned(plan: Plan, was: Sequence[str], *, base: Specification, known: Mapping[str, Fraction]) -> Plan:
    """The plan with the figure of every bag that held something else before in the way it is stated now.

    `was` names for each bag what it held and its figure when the page was made, as `held` gives it. A figure typed
    anew stays. Where nothing can be computed, the turned figure is empty and has to be typed.
    """
    before = [text.partition(" ") for text in was]
    pairs = [(bag, old) for bag, old in zip(plan.bags, before, strict=False)]
    if all(not _turns(bag, *old) for bag, old in pairs):
        return plan
    old_bags = tuple(replace(bag, holds=old[0]) if _turns(bag, *old) else bag for bag, old in pairs)
    bags = (*old_bags, *plan.bags[len(old_bags) :])
    schedule = _schedule(replace(plan, bags=bags), base, known)
    made = [
        replace(bag, figure=_figure(bag.holds, place, schedule)) if _turns(bag, *old) else bag
        for place, (bag, old) in enumerate(pairs)
    ]
    return replace(plan, bags=(*made, *plan.bags[len(made) :]))


def held(bag: BagRow) -> str:
    """What a bag holds and its figure, for a hidden field."""
    return f"{bag.holds} {bag.figure.strip()}"


def _turns(bag: BagRow, holds: str, _blank: str, figure: str) -> bool:
    return bag.holds != holds and bag.figure.strip() == figure


def _schedule(plan: Plan, base: Specification, known: Mapping[str, Fraction]) -> Schedule | None:
    specification = read_plan(plan, base=base, known=known).specification
    try:
        return compute(specification) if specification else None
    except (NothingToCompute, ContentError):
        return None


def _figure(holds: str, place: int, schedule: Schedule | None) -> str:
    if schedule is None or holds not in FIGURED:
        return ""
    bag = schedule.solutions[place]
    last = next(made for made in schedule.solutions if made.number == schedule.steps[-1].solution)
    figures = {
        "amount": bag.amount,
        "concentration": bag.concentration,
        "dilution": schedule.target_dose / last.volume_ml / bag.concentration,
    }
    return figure_text(Fraction(number_text(figures[holds]).replace(THIN, "")))
