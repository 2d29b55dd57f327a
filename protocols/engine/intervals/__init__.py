"""Single doses at intervals, by mouth or under the skin. Formulae and codes: README.md beside."""

from protocols.engine.intervals.computing import compute_intervals
from protocols.engine.intervals.reader import read_intervals
from protocols.engine.intervals.schedule import DrawnSolution, IntervalSchedule, IntervalStep
from protocols.engine.intervals.specification import DoseSolution, IntervalSpecification, SingleDose

__all__ = [
    "DoseSolution",
    "DrawnSolution",
    "IntervalSchedule",
    "IntervalSpecification",
    "IntervalStep",
    "SingleDose",
    "compute_intervals",
    "read_intervals",
]
