"""A pharmacy for tests: the unit's default syringes and bags, products, and schedules that need given bags."""

from fractions import Fraction

from protocols.engine import Schedule, ScheduledSolution
from protocols.engine.preparation import StockBag, StockProduct, Syringe, Workshop

DEFAULT_SYRINGES = (("1", "0.01", "0.1"), ("5", "0.2", "1"), ("10", "0.5", "2"), ("20", "1", "4"), ("50", "1", "10"))


def syringe(volume, graduation, least):
    """A syringe from the texts of its figures in mL."""
    return Syringe(volume_ml=Fraction(volume), graduation_ml=Fraction(graduation), least_ml=Fraction(least))


SYRINGES = tuple(syringe(*figures) for figures in DEFAULT_SYRINGES)


def bags(*volumes, overfill=None):
    """Bags of diluent in mL, all with the same overfill."""
    stated = None if overfill is None else Fraction(overfill)
    return tuple(StockBag(volume_ml=Fraction(volume), overfill_ml=stated) for volume in volumes)


def workshop(*, syringes=SYRINGES, stock=(50, 100, 250, 500, 1000), overfill=0, **options):
    """Bags without overfill unless stated otherwise."""
    return Workshop(syringes=tuple(syringes), bags=bags(*stock, overfill=overfill), **options)


def product(strength, *, vials=(), **limits):
    """A product of that strength per mL in saline."""
    return StockProduct(
        name="example 1",
        strength=Fraction(strength),
        diluents=("saline",),
        vial_amounts=tuple(map(Fraction, vials)),
        **{name: Fraction(limit) for name, limit in limits.items()},
    )


def schedule(*solutions):
    """A schedule in mg whose solutions are (concentration per mL, volume in mL, drawn in mL), numbered from 1."""
    return Schedule(
        drug="example",
        route="intravenous",
        unit="mg",
        target_dose=Fraction(1),
        total_minutes=Fraction(1),
        total_dose=Fraction(1),
        in_line_ml=Fraction(0),
        in_line_amount=Fraction(0),
        solutions=tuple(
            _solution(number, *map(Fraction, figures)) for number, figures in enumerate(solutions, start=1)
        ),
        steps=(),
        findings=(),
    )


def _solution(number, concentration, volume_ml, infused_ml):
    return ScheduledSolution(
        number=number,
        volume_ml=volume_ml,
        concentration=concentration,
        amount=concentration * volume_ml,
        infused_ml=infused_ml,
        discarded_ml=volume_ml - infused_ml,
        discarded_amount=concentration * (volume_ml - infused_ml),
    )


def volumes(plan, kind):
    """What is drawn in the actions of one kind, by solution."""
    return {action.solution: action.withdrawal.drawn_ml for action in plan.actions if action.kind == kind}


def sources(plan):
    """Where each solution's drug comes from: None for the stock."""
    return {action.solution: action.source for action in plan.actions if action.kind == "add"}


def taken(plan):
    """The nominal volume of the bag taken for each solution."""
    return {action.solution: action.bag.volume_ml for action in plan.actions if action.kind == "take"}
