"""Reading single doses at intervals (contracts.md 0 and 1); ContentError names the key."""

from desens.numbers.fields import Fields
from desens.numbers.quantity import AMOUNT_UNITS
from protocols.engine.intervals.entries import read_doses
from protocols.engine.intervals.solutions import read_dose_solutions
from protocols.engine.intervals.specification import ROUTES, IntervalSpecification
from protocols.engine.specification import DECLARATIONS

#: A year; longer between two single doses is a slip.
MOST_MINUTES = 525_600


def read_intervals(data: object) -> IntervalSpecification:
    """The specification in `data`, loaded with figures as text."""
    fields = Fields(
        data,
        required=("drug", "route", "target_dose", "unit", "doses"),
        optional=("declared", "solutions", "interval_minutes"),
    )
    target_dose = fields.figure("target_dose")
    solutions = read_dose_solutions(fields, target_dose)
    interval = fields.whole("interval_minutes", most=MOST_MINUTES) if "interval_minutes" in fields else None
    return IntervalSpecification(
        drug=fields.text("drug"),
        route=fields.choice("route", ROUTES),
        target_dose=target_dose,
        unit=fields.choice("unit", tuple(AMOUNT_UNITS)),
        declared=fields.words("declared", DECLARATIONS),
        solutions=solutions,
        interval_minutes=interval,
        doses=read_doses(fields, solutions, interval, most_minutes=MOST_MINUTES),
    )
