"""From a specification to its schedule, exactly. The formulae are written out in README.md."""

from dataclasses import replace
from fractions import Fraction

from protocols.engine.checks import findings_of
from protocols.engine.concentrations import stated_concentrations, with_remainder
from protocols.engine.doses import scheduled_steps
from protocols.engine.infusion import Infusion
from protocols.engine.line import ZERO, amount_of
from protocols.engine.schedule import Schedule, ScheduledSolution
from protocols.engine.specification import Solution, Specification


def compute(specification: Specification) -> Schedule:
    """The schedule of an intravenous specification, with its findings.

    Raises NothingToCompute where no schedule exists: a bag runs dry, the target is already passed,
    none of the remainder reaches the patient, or a rate rounds to nothing and its volume never passes.
    """
    infusion = Infusion(specification, stated_concentrations(specification))
    concentrations = with_remainder(specification, infusion)
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
