"""The engine: a specification in, a schedule with findings out; pure and exact. Formulae: README.md."""

from protocols.engine.applying import apply_template
from protocols.engine.computing import compute
from protocols.engine.contract import findings_to_contract, to_contract
from protocols.engine.explain import MESSAGES, explain_finding, explain_step, step_sentence
from protocols.engine.fields import SpecificationError
from protocols.engine.finding import Blocker, Caution, Finding, NeedsSignOff, NothingToCompute
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
from protocols.engine.template import Choices, Premedication, PrintedTable, ProtocolTemplate, TemplateDrug
from protocols.engine.template_reader import read_template

__all__ = [
    "ENGINE_VERSION",
    "MESSAGES",
    "Blocker",
    "Caution",
    "Choices",
    "Finding",
    "Line",
    "NeedsSignOff",
    "NothingToCompute",
    "Premedication",
    "PrintedTable",
    "ProtocolTemplate",
    "Pump",
    "Schedule",
    "ScheduledSolution",
    "ScheduledStep",
    "Solution",
    "Specification",
    "SpecificationError",
    "Step",
    "StoredError",
    "TemplateDrug",
    "apply_template",
    "canonical",
    "compute",
    "explain_finding",
    "explain_step",
    "findings_to_contract",
    "from_stored",
    "read_specification",
    "read_template",
    "specification_from_stored",
    "specification_to_stored",
    "step_sentence",
    "to_contract",
    "to_stored",
]
