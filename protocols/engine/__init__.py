"""The engine: a specification in, a schedule with findings out; pure and exact. Formulae: README.md."""

from desens.numbers.fields import ContentError
from protocols.engine.anything import AnySchedule, AnySpecification, compute_any, read_any
from protocols.engine.applying import apply_template, published_choices
from protocols.engine.computing import compute
from protocols.engine.contract import findings_to_contract, to_contract
from protocols.engine.days import DayDose, DaysSchedule, DaysSpecification, Phase, ScheduledDay
from protocols.engine.explain import MESSAGES, explain_finding, explain_step, step_sentence
from protocols.engine.finding import Blocker, Caution, Finding, NeedsSignOff, NothingToCompute
from protocols.engine.generic import generic_template
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
from protocols.engine.template import (
    AnyEntry,
    Choices,
    FixedProtocol,
    LastBag,
    Premedication,
    ProtocolTemplate,
    TemplateDrug,
    UnfinishedProtocol,
)
from protocols.engine.template_deviations import deviations, entry_schedules
from protocols.engine.template_printed import Deviation, Erratum, Printed, PrintedTable
from protocols.engine.template_reader import read_entry, read_template

__all__ = [
    "ENGINE_VERSION",
    "MESSAGES",
    "AnyEntry",
    "AnySchedule",
    "AnySpecification",
    "Blocker",
    "Caution",
    "Choices",
    "ContentError",
    "DayDose",
    "DaysSchedule",
    "DaysSpecification",
    "Deviation",
    "DoseSolution",
    "DrawnSolution",
    "Erratum",
    "Finding",
    "FixedProtocol",
    "IntervalSchedule",
    "IntervalSpecification",
    "IntervalStep",
    "LastBag",
    "Line",
    "NeedsSignOff",
    "NothingToCompute",
    "Phase",
    "Premedication",
    "Printed",
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
    "Step",
    "StoredError",
    "TemplateDrug",
    "UnfinishedProtocol",
    "any_from_stored",
    "any_specification_from_stored",
    "any_specification_to_stored",
    "any_to_stored",
    "apply_template",
    "canonical",
    "compute",
    "compute_any",
    "deviations",
    "entry_schedules",
    "explain_finding",
    "explain_step",
    "findings_to_contract",
    "from_stored",
    "generic_template",
    "published_choices",
    "read_any",
    "read_entry",
    "read_specification",
    "read_template",
    "specification_from_stored",
    "specification_to_stored",
    "step_sentence",
    "to_contract",
    "to_stored",
]
