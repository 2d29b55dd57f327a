"""The rows of the step table: a line at each bag, and the steps between them."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from desens.numbers.sentences import kept_together
from protocols.documents.fitting import DOSE, MINUTES, RATE, VOLUME, fitted
from protocols.engine import Line, Schedule, ScheduledStep

LONG_STEP_MINUTES = 60


@dataclass(frozen=True, kw_only=True)
class BagRow:
    """Where a bag is started or changed, and a second person reads the pump without seeing the first reading."""

    title: str
    line: str
    kind: str = "bag"


@dataclass(frozen=True, kw_only=True)
class StepRow:
    """One step; `volume` is None where the pump cannot take it and the nurse times the step."""

    number: str
    bag: str
    rate: Quantity
    volume: Quantity | None
    minutes: Quantity
    clock: str
    note: str
    dose: Quantity
    cumulative: Quantity
    kind: str = "step"


def sheet_rows(schedule: Schedule, line: Line | None, *, least_vtbi_ml: Fraction) -> list[BagRow | StepRow]:
    """The schedule's steps in order, with a line before the first step of each bag.

    Below `least_vtbi_ml` the pump takes no volume, and the step is timed.
    """
    return list(_rows(schedule, line, least_vtbi_ml))


def column_sizes(rows: list[BagRow | StepRow]) -> dict[str, str]:
    """The class of each column of figures, so that no figure is cut."""
    steps = [row for row in rows if isinstance(row, StepRow)]
    return {
        "rate": fitted((row.rate.number for row in steps), RATE),
        "volume": fitted((row.volume.number for row in steps if row.volume), VOLUME),
        "minutes": fitted((row.minutes.number for row in steps), MINUTES),
        "dose": fitted((figure.number for row in steps for figure in (row.dose, row.cumulative)), DOSE),
    }


def clock_text(minutes: Fraction) -> str:
    """Minutes as a person plans them, to the nearest minute: 174.375 is 2 h 54 min."""
    hours, rest = divmod(int(minutes + Fraction(1, 2)), 60)
    return kept_together(f"{Quantity.of(hours, 'h')} {rest} min")


def _rows(schedule: Schedule, line: Line | None, least_vtbi_ml: Fraction) -> Iterator[BagRow | StepRow]:
    current = None
    for step in schedule.steps:
        if step.flush:
            yield BagRow(title=_("FLUSH THE LINE"), line="")
        elif step.solution != current:
            yield _bag_row(step.solution, previous=current, line=line)
            current = step.solution
        yield _step_row(step, schedule.unit, least_vtbi_ml)


def _bag_row(number: int, *, previous: int | None, line: Line | None) -> BagRow:
    words = {"bag": number, "previous": previous}
    if previous is None:
        return BagRow(title=_("START BAG %(bag)s") % words, line="")
    title = _("CHANGE BAG: %(bag)s") % words
    if line is None:
        return BagRow(title=title, line="")
    kept = _("new line, primed as above") if line.per_solution else _("keep the line")
    return BagRow(title=title, line=f"({kept})")


def _step_row(step: ScheduledStep, unit: str, least_vtbi_ml: Fraction) -> StepRow:
    small = step.volume_ml < least_vtbi_ml
    return StepRow(
        number=str(step.number),
        bag="" if step.flush else str(step.solution),
        rate=Quantity.of(step.rate_ml_h, "mL/h"),
        volume=None if small else Quantity.of(step.volume_ml, "mL"),
        minutes=Quantity.of(step.minutes, "min"),
        clock=clock_text(step.minutes) if step.minutes > LONG_STEP_MINUTES else "",
        note=_note(step),
        dose=Quantity.of(step.dose, unit),
        cumulative=Quantity.of(step.cumulative_dose, unit),
    )


def _note(step: ScheduledStep) -> str:
    if step.flush:
        return _("the line's content is given")
    return _("line fill: no drug reaches the patient yet") if step.line_fill else ""
