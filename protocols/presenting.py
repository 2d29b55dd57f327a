"""A schedule as a page shows it: quantities and sentences, no bare figure, nothing computed again."""

from dataclasses import dataclass
from itertools import pairwise

from django.utils.translation import gettext as _

from desens.numbers.quantity import Quantity
from protocols.documents.sheet_rows import clock_text
from protocols.documents.sheet_setup import conditions
from protocols.engine import (
    Schedule,
    ScheduledStep,
    explain_step,
)
from protocols.figure.shown import FigureView, figure_view
from protocols.findings_shown import FindingLine, finding_lines
from protocols.ordering.shown import monitoring_text, stored_view
from protocols.version_document import VersionDocument


@dataclass(frozen=True, kw_only=True)
class BagLine:
    """One solution as prepared."""

    number: int
    volume: Quantity
    amount: Quantity
    concentration: Quantity
    infused: Quantity
    discarded: Quantity


@dataclass(frozen=True, kw_only=True)
class StepLine:
    """One step; `changes_bag` marks the first step of another bag."""

    number: int
    solution: int
    rate: Quantity
    volume: Quantity
    minutes: Quantity
    dose: Quantity
    cumulative: Quantity
    fold: Quantity | None
    changes_bag: bool
    flush: bool
    explanation: str


@dataclass(frozen=True, kw_only=True)
class ScheduleView:
    """All of a schedule that a page shows; table heads name `unit_text` once."""

    drug: str
    unit_text: str
    target: Quantity
    total: Quantity
    residual: Quantity
    total_time: str
    in_line: Quantity
    in_line_amount: Quantity
    bags: tuple[BagLine, ...]
    steps: tuple[StepLine, ...]
    findings: tuple[FindingLine, ...]
    engine_version: str

    @property
    def target_text(self) -> str:
        """The target as a title says it."""
        return str(self.target)


def schedule_view(document: VersionDocument) -> ScheduleView:
    """The stored schedule of a version."""
    return schedule_lines(document.infusion.schedule)


def version_figure(document: VersionDocument) -> FigureView:
    """Nominal and delivered dose of a version, drawn from its stored schedule and line."""
    return figure_view(document.infusion.schedule, document.infusion.specification.line)


def orders_view(document: VersionDocument) -> dict[str, object]:
    """Line, filter, fluids, monitoring and premedication of a version in the words of its sheet."""
    orders = document.orders
    if not document.is_infused:
        watched = ((_("Monitoring"), monitoring_text(orders)),) if orders.monitoring else ()
        return {"conditions": watched, "beside": stored_view(orders)}
    return {
        "conditions": conditions(
            schedule=document.infusion.schedule,
            line=document.infusion.specification.line,
            filter_text=orders.filter_text,
            fluids=orders.fluids,
            monitoring=monitoring_text(orders),
        ),
        "beside": stored_view(orders),
    }


def schedule_lines(schedule: Schedule) -> ScheduleView:
    """A schedule with its units attached."""
    unit = schedule.unit
    changes = [False, *(before.solution != step.solution for before, step in pairwise(schedule.steps))]
    return ScheduleView(
        drug=schedule.drug,
        unit_text=Quantity.of(0, unit).unit_text,
        target=Quantity.of(schedule.target_dose, unit),
        total=Quantity.of(schedule.total_dose, unit),
        residual=Quantity.of(abs(schedule.target_dose - schedule.total_dose), unit),
        total_time=clock_text(schedule.total_minutes),
        in_line=Quantity.of(schedule.in_line_ml, "mL"),
        in_line_amount=Quantity.of(schedule.in_line_amount, unit),
        bags=_bags(schedule),
        steps=tuple(_step(schedule, step, change) for step, change in zip(schedule.steps, changes, strict=True)),
        findings=finding_lines(schedule.findings),
        engine_version=schedule.engine_version,
    )


def _bags(schedule: Schedule) -> tuple[BagLine, ...]:
    return tuple(
        BagLine(
            number=bag.number,
            volume=Quantity.of(bag.volume_ml, "mL"),
            amount=Quantity.of(bag.amount, schedule.unit),
            concentration=Quantity.of(bag.concentration, f"{schedule.unit}/mL"),
            infused=Quantity.of(bag.infused_ml, "mL"),
            discarded=Quantity.of(bag.discarded_ml, "mL"),
        )
        for bag in schedule.solutions
    )


def _step(schedule: Schedule, step: ScheduledStep, changes_bag: bool) -> StepLine:
    return StepLine(
        number=step.number,
        solution=step.solution,
        rate=Quantity.of(step.rate_ml_h, "mL/h"),
        volume=Quantity.of(step.volume_ml, "mL"),
        minutes=Quantity.of(step.minutes, "min"),
        dose=Quantity.of(step.dose, schedule.unit),
        cumulative=Quantity.of(step.cumulative_dose, schedule.unit),
        fold=None if step.fold_increase is None else Quantity.of(step.fold_increase, ""),
        changes_bag=changes_bag,
        flush=step.flush,
        explanation=explain_step(schedule, step.number),
    )
