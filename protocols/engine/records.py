"""The flat parts of stored JSON: a line, a step, a bag, a finding."""

from dataclasses import fields
from fractions import Fraction
from typing import Any

from desens.numbers.write import exact_text, read_exact
from protocols.engine.finding import Blocker, Caution, Finding, NeedsSignOff
from protocols.engine.intervals.schedule import DrawnSolution, IntervalStep
from protocols.engine.intervals.specification import DoseSolution, SingleDose
from protocols.engine.schedule import ScheduledSolution, ScheduledStep
from protocols.engine.specification import AMOUNT_WORDS, PRIMES, VOLUME_WORDS, Line, Pump, Solution, Step

#: Text that a record may hold; every other text in it is a figure.
_WORDS = frozenset({*AMOUNT_WORDS, *VOLUME_WORDS, *PRIMES})
#: Keys that came later than their schema: left out where nothing is stated, so that what was stored stays the same.
_ADDED = frozenset({"diluent", "min_volume_ml"})
_TEXTS = frozenset({"diluent"})
_Flat = (
    Solution
    | Step
    | Line
    | Pump
    | ScheduledSolution
    | ScheduledStep
    | DoseSolution
    | SingleDose
    | DrawnSolution
    | IntervalStep
)
_LEVELS: dict[str, type[Finding]] = {kind.level: kind for kind in (Blocker, NeedsSignOff, Caution)}


def record(value: _Flat) -> dict[str, Any]:
    """A flat value with its Fractions as exact text."""
    stored = {field.name: getattr(value, field.name) for field in fields(value)}
    return {
        name: exact_text(item) if isinstance(item, Fraction) else item
        for name, item in stored.items()
        if item is not None or name not in _ADDED
    }


def values_of(stored: dict[str, Any]) -> dict[str, Any]:
    """The inverse of `record`, as keyword arguments."""
    return {name: read_exact(item) if _is_figure(name, item) else item for name, item in stored.items()}


def _is_figure(name: str, item: object) -> bool:
    return isinstance(item, str) and item not in _WORDS and name not in _TEXTS


def finding_record(finding: Finding) -> dict[str, Any]:
    """A finding with its level."""
    return {
        "level": finding.level,
        "code": finding.code,
        "where": finding.where,
        "values": [list(pair) for pair in finding.values],
    }


def read_finding(stored: dict[str, Any]) -> Finding:
    """The inverse of `finding_record`."""
    values = tuple((name, text) for name, text in stored["values"])
    return _LEVELS[stored["level"]](code=stored["code"], where=stored["where"], values=values)
