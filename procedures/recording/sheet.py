"""The printed sheet of a version as the form follows it: its rows in the same order, from the stored schedule."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from desens.numbers.quantity import Quantity
from procedures.choices import DoseUnit
from procedures.rules.as_planned import PlannedStep
from protocols.engine import DaysSchedule, IntervalSchedule, Premedication, Schedule
from protocols.lifecycle.shown import OVER
from protocols.models import Version
from protocols.selectors import ShownVersion
from protocols.version_document import VersionDocument

MILLIONTHS = 6
MOST = 1_000_000_000


@dataclass(frozen=True, kw_only=True)
class SheetStep:
    """One row: `rate` None for a dose by mouth; `changes_bag` where a bag is started or changed."""

    bag: int | None
    changes_bag: bool
    rate: Quantity | None
    flush: bool
    planned: PlannedStep

    @property
    def number(self) -> int:
        """The number of the step."""
        return self.planned.number

    @property
    def minutes(self) -> Quantity:
        """How long it takes as planned."""
        return Quantity.of(self.planned.minutes, "min")


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """What the form takes from a version; `steps` is empty for doses over days."""

    version: Version
    drug: str
    steps: tuple[SheetStep, ...]
    count: int | None
    bags: int | None
    target: Quantity
    held: Fraction | None
    premedication: tuple[Premedication, ...]
    cycle: int
    place: str
    planned_on: date | None
    in_force: bool
    by_day: bool

    @property
    def planned_steps(self) -> tuple[PlannedStep, ...]:
        """The steps as the rules take them."""
        return tuple(step.planned for step in self.steps)

    @property
    def planned_dose(self) -> Decimal | None:
        """The target as a row keeps it; None where a row cannot."""
        fits = self.target.unit in DoseUnit.values and self.target.value < MOST
        return Decimal(round(self.target.value * 10**MILLIONTHS)).scaleb(-MILLIONTHS) if fits else None


def sheet_of(shown: ShownVersion) -> Sheet:
    """The sheet of one version."""
    document, release = shown.document, shown.standing.release
    schedule = document.schedule
    steps = _steps(document)
    return Sheet(
        version=shown.row,
        drug=document.drug,
        steps=steps,
        count=len([step for step in steps if not step.flush]) or None,
        bags=len(schedule.solutions) if isinstance(schedule, Schedule) else None,
        target=Quantity.of(schedule.target_dose, schedule.unit),
        held=_held(schedule) if isinstance(schedule, Schedule) else None,
        premedication=document.orders.premedication,
        cycle=document.cycle,
        place=release.place if release else "",
        planned_on=release.planned_on if release else None,
        in_force=shown.state not in OVER,
        by_day=isinstance(schedule, DaysSchedule),
    )


def _held(schedule: Schedule) -> Fraction:
    return sum((bag.amount for bag in schedule.solutions), Fraction(0))


def _steps(document: VersionDocument) -> tuple[SheetStep, ...]:
    match document.schedule:
        case Schedule() as schedule:
            bags = [0, *(step.solution for step in schedule.steps)]
            changes = [this != before for before, this in pairwise(bags)]
            return tuple(
                SheetStep(
                    bag=None if step.flush else step.solution,
                    changes_bag=changed and not step.flush,
                    rate=Quantity.of(step.rate_ml_h, "mL/h"),
                    flush=step.flush,
                    planned=PlannedStep(number=step.number, minutes=step.minutes, volume_ml=step.volume_ml),
                )
                for step, changed in zip(schedule.steps, changes, strict=True)
            )
        case IntervalSchedule() as doses:
            return _doses(doses)
    return ()


def _doses(schedule: IntervalSchedule) -> tuple[SheetStep, ...]:
    ends = [step.minute for step in schedule.steps[1:]] + [schedule.total_minutes]
    return tuple(
        SheetStep(
            bag=None,
            changes_bag=False,
            rate=None,
            flush=False,
            planned=PlannedStep(number=step.number, minutes=Fraction(end - step.minute), volume_ml=Fraction(0)),
        )
        for step, end in zip(schedule.steps, ends, strict=True)
    )
