"""From a specification to its schedule, exactly. The formulae are written out in README.md."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from protocols.engine.checks import findings_of
from protocols.engine.finding import Blocker, NothingToCompute
from protocols.engine.infusion import Infusion, Passage, target_passed
from protocols.engine.line import ZERO, added, amount_of
from protocols.engine.schedule import Schedule, ScheduledSolution, ScheduledStep
from protocols.engine.specification import Solution, Specification

Concentrations = Mapping[int, Fraction]


def compute(specification: Specification) -> Schedule:
    """The schedule of an intravenous specification, with its findings.

    Raises NothingToCompute where no schedule exists: a bag runs dry, the target is already passed,
    none of the remainder reaches the patient, or a rate rounds to nothing.
    """
    infusion = Infusion(specification, stated_concentrations(specification))
    concentrations = _with_remainder(specification, infusion)
    steps = scheduled_steps(infusion.passages, concentrations, specification)
    left = infusion.lines.contents()
    schedule = Schedule(
        drug=specification.drug,
        route=specification.route,
        unit=specification.unit,
        target_dose=specification.target_dose,
        total_minutes=sum((step.minutes for step in steps), ZERO),
        total_dose=steps[-1].cumulative_dose,
        in_line_ml=sum(left.values(), ZERO),
        in_line_amount=amount_of(left, concentrations),
        solutions=tuple(
            _prepared(bag, concentrations[bag.number], infusion.drawn_ml[bag.number]) for bag in specification.solutions
        ),
        steps=steps,
        findings=(),
    )
    return replace(schedule, findings=findings_of(schedule, specification))


def stated_concentrations(specification: Specification) -> Concentrations:
    """The concentration of every solution, per mL, but that of a remainder."""
    last = next(bag for bag in specification.solutions if bag.number == specification.steps[-1].solution)
    full_strength = specification.target_dose / last.volume_ml
    stated = {}
    for bag in specification.solutions:
        if bag.concentration is not None:
            stated[bag.number] = bag.concentration
        elif bag.dilution is not None:
            stated[bag.number] = full_strength / bag.dilution
        elif bag.amount == "full":
            stated[bag.number] = specification.target_dose / bag.volume_ml
        elif isinstance(bag.amount, Fraction):
            stated[bag.number] = bag.amount / bag.volume_ml
    return stated


def _with_remainder(specification: Specification, infusion: Infusion) -> Concentrations:
    last = specification.solutions[-1]
    if last.amount != "remainder":
        return infusion.concentrations
    reaching = dict(added(plug for passage in infusion.passages for plug in passage.reaching.items()))
    remainder_ml = reaching.pop(last.number, ZERO)
    given = amount_of(reaching, infusion.concentrations)
    if remainder_ml == 0:
        values = (("solution", str(last.number)),)
        raise NothingToCompute((Blocker(code="remainder-undelivered", where=f"solution {last.number}", values=values),))
    if given >= specification.target_dose:
        first_step = [passage.solution for passage in infusion.passages].index(last.number) + 1
        raise NothingToCompute((target_passed(specification, first_step, given),))
    return {**infusion.concentrations, last.number: (specification.target_dose - given) / remainder_ml}


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
                fold_increase=dose_rate / rate_before if dose and rate_before else None,
                flush=passage.flush,
                line_fill=not dose and _fills_line(number, specification, passage),
            )
        )
        rate_before = dose_rate or rate_before
    return tuple(steps)


def _fills_line(number: int, specification: Specification, passage: Passage) -> bool:
    """The first step of its solution, by the line's own volume (contracts.md 1)."""
    earlier = (step.solution for step in specification.steps[: number - 1])
    line = specification.line
    return line is not None and passage.setting.volume_ml == line.dead_volume_ml and passage.solution not in earlier


def _prepared(bag: Solution, concentration: Fraction, drawn_ml: Fraction) -> ScheduledSolution:
    discarded_ml = bag.volume_ml - drawn_ml
    return ScheduledSolution(
        number=bag.number,
        volume_ml=bag.volume_ml,
        concentration=concentration,
        amount=concentration * bag.volume_ml,
        infused_ml=drawn_ml,
        discarded_ml=discarded_ml,
        discarded_amount=concentration * discarded_ml,
    )
