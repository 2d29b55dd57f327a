"""What the recorded times say of a reaction's place, where nobody typed it: step, bag, and the cumulative dose."""

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from desens.numbers.quantity import Quantity, convert
from procedures.breakthroughs.course import Course
from procedures.breakthroughs.entered import NewTie
from procedures.replayed import minutes_between
from reactions.choices import TimeUnit
from reactions.models import Reaction

#: The decimals that a row keeps of a dose.
DECIMALS = 6
_SMALLER = {"g": "mg", "mg": "mcg", "mcg": "ng"}


def filled(tie: NewTie, course: Course) -> NewTie:
    """The place with the step, bag and dose that follow from its minute by the recorded times, where they are empty."""
    if tie.minute is not None and tie.step is None and not tie.late:
        run = course.run_at(Fraction(tie.minute))
        tie = replace(tie, step=run.number if run is not None and not run.flush else None)
    if tie.step is not None and tie.bag is None:
        tie = replace(tie, bag=course.bag_of(tie.step))
    if tie.dose_reached is not None or tie.minute is None:
        return tie
    reached = course.delivered_at(Fraction(tie.minute))
    if reached is None:
        return tie
    dose, unit = kept(reached)
    return replace(tie, dose_reached=dose, dose_reached_unit=unit, dose_computed=True)


def minute_of(reaction: Reaction, course: Course) -> Decimal | None:
    """The onset in minutes from the start of step 1; None where it is not recorded or only in days."""
    started = course.started_at
    if reaction.onset_at is not None and started is not None:
        return rounded(minutes_between(started, reaction.onset_at), 4)
    if reaction.onset_minutes is None or reaction.onset_unit == TimeUnit.DAYS:
        return None
    return rounded(reaction.onset_minutes, 4)


def kept(dose: Quantity) -> tuple[Decimal, str]:
    """A dose as a row keeps it: in a unit in which it is at least 1, so that no digit that matters is lost."""
    while 0 < dose.value < 1 and dose.unit in _SMALLER:
        dose = convert(dose, _SMALLER[dose.unit])
    return rounded(dose.value, DECIMALS), dose.unit


def rounded(value: Fraction, decimals: int) -> Decimal:
    """Half up, once, for the row."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP).normalize()
