"""From the volumes that reach the patient to doses, running sums and rises."""

from protocols.engine.infusion import Passage
from protocols.engine.line import ZERO, Concentrations, amount_of
from protocols.engine.schedule import ScheduledStep
from protocols.engine.specification import Specification


def scheduled_steps(
    passages: list[Passage], concentrations: Concentrations, specification: Specification
) -> tuple[ScheduledStep, ...]:
    """The passages with their doses, running sums and rises."""
    steps: list[ScheduledStep] = []
    cumulative, rate_before = ZERO, None
    for number, passage in enumerate(passages, start=1):
        dose = amount_of(passage.reaching, concentrations)
        cumulative += dose
        dose_rate = dose / passage.setting.minutes
        steps.append(
            ScheduledStep(
                number=number,
                solution=passage.solution,
                rate_ml_h=passage.setting.rate_ml_h,
                minutes=passage.setting.minutes,
                volume_ml=passage.setting.volume_ml,
                dose=dose,
                cumulative_dose=cumulative,
                fold_increase=dose_rate / rate_before if rate_before else None,
                flush=passage.flush,
                line_fill=not dose and _fills_line(number, specification, passage),
            )
        )
        rate_before = dose_rate or rate_before
    return tuple(steps)


def _fills_line(number: int, specification: Specification, passage: Passage) -> bool:
    """The first step of its solution, by the line's own volume (contracts.md 1)."""
    earlier = (step.solution for step in specification.steps[: number - 1])
    fill_ml = specification.line.dead_volume_ml if specification.line else 0
    return passage.setting.volume_ml == fill_ml > 0 and passage.solution not in earlier
