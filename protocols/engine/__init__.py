"""The engine: a specification in, a schedule with findings out; pure and exact. Formulae: README.md."""

from protocols.engine.anything import AnySchedule, AnySpecification, compute_any, read_any
from protocols.engine.applying import apply_template
from protocols.engine.computing import compute
from protocols.engine.contract import findings_to_contract, to_contract
from protocols.engine.days import DayDose, DaysSchedule, DaysSpecification, Phase, ScheduledDay
from protocols.engine.explain import MESSAGES, explain_finding, explain_step, step_sentence
from protocols.engine.fields import SpecificationError
from protocols.engine.finding import Blocker, Caution, Finding, NeedsSignOff, NothingToCompute
from protocols.engine.intervals import (
    DoseSolution,
    DrawnSolution,
    IntervalSchedule,
    IntervalSpecification,
    IntervalStep,
    SingleDose,
)
from protocols.engine.reader import read_specification
from protocols.engine.schedule import ENGINE_VERSION, Schedule, ScheduledSolution, ScheduledStep
from protocols.engine.specification import Line, Pump, Solution, Specification, Step
from protocols.engine.stored import (
    StoredError,
    canonical,
    from_stored,
    specification_from_stored,
    specification_to_stored,
    to_stored,
)
from protocols.engine.storing import (
    any_from_stored,
    any_specification_from_stored,
    any_specification_to_stored,
    any_to_stored,
)
from protocols.engine.template import Choices, Premedication, PrintedTable, ProtocolTemplate, TemplateDrug
from protocols.engine.template_reader import read_template

__all__ = [
    "ENGINE_VERSION",
    "MESSAGES",
    "AnySchedule",
    "AnySpecification",
    "Blocker",
    "Caution",
    "Choices",
    "DayDose",
    "DaysSchedule",
    "DaysSpecification",
    "DoseSolution",
    "DrawnSolution",
    "Finding",
    "IntervalSchedule",
    "IntervalSpecification",
    "IntervalStep",
    "Line",
    "NeedsSignOff",
    "NothingToCompute",
    "Phase",
    "Premedication",
    "PrintedTable",
    "ProtocolTemplate",
    "Pump",
    "Schedule",
    "ScheduledDay",
    "ScheduledSolution",
    "ScheduledStep",
    "SingleDose",
    "Solution",
    "Specification",
    "SpecificationError",
    "Step",
    "StoredError",
    "TemplateDrug",
    "any_from_stored",
    "any_specification_from_stored",
    "any_specification_to_stored",
    "any_to_stored",
    "apply_template",
    "canonical",
    "compute",
    "compute_any",
    "explain_finding",
    "explain_step",
    "findings_to_contract",
    "from_stored",
    "read_any",
    "read_specification",
    "read_template",
    "specification_from_stored",
    "specification_to_stored",
    "step_sentence",
    "to_contract",
    "to_stored",
]
