"""The engine: a specification in, a schedule with findings out; pure, exact, the time included nowhere."""

from protocols.engine.computing import compute
from protocols.engine.fields import SpecificationError
from protocols.engine.finding import Blocker, Caution, Finding, NeedsSignOff, NothingToCompute
from protocols.engine.reader import read_specification
from protocols.engine.schedule import ENGINE_VERSION, Schedule, ScheduledSolution, ScheduledStep
from protocols.engine.specification import Line, Pump, Solution, Specification, Step

__all__ = [
    "ENGINE_VERSION",
    "Blocker",
    "Caution",
    "Finding",
    "Line",
    "NeedsSignOff",
    "NothingToCompute",
    "Pump",
    "Schedule",
    "ScheduledSolution",
    "ScheduledStep",
    "Solution",
    "Specification",
    "SpecificationError",
    "Step",
    "compute",
    "read_specification",
]
