"""Contents for tests of the figure: the twelve steps of protocols.md 1 through a line, or none."""

from fractions import Fraction

from protocols.engine import compute
from protocols.engine.delivery import deliver
from protocols.figure.content import content_of
from protocols.figure.shown import figure_view
from tests.protocols.engine.samples import family

BAGS = (100, 10, 1)


def schedule_through(line, *bags, **changes):
    """1000 mg in twelve steps."""
    return compute(family(*(bags or BAGS), amount=Fraction("992.13"), line=line, **changes))


def content_through(line, *bags, **changes):
    """What its picture shows."""
    schedule = schedule_through(line, *bags, **changes)
    return content_of(schedule, deliver(schedule, line))


def view_through(line, *bags, **changes):
    """What a page shows of it."""
    return figure_view(schedule_through(line, *bags, **changes), line)
