"""The rows of an oral plan as texts, exactly as they were typed."""

import hashlib
import json
from dataclasses import astuple, dataclass, fields
from typing import Any

MOST_PHASES = 60
MOST_SOLUTIONS = 20
MOST_DOSES = 60


@dataclass(frozen=True, kw_only=True)
class HeadRow:
    """Target dose (a day, or in all), marketed strengths with ; between them, minutes from one dose to the next."""

    target: str = ""
    strengths: str = ""
    interval: str = ""


@dataclass(frozen=True, kw_only=True)
class PhaseRow:
    """Days `first` to `last`, "" for from then on; `dose` so many `times` a day, or an amount at a time of the day."""

    first: str = ""
    last: str = ""
    dose: str = ""
    times: str = ""
    morning: str = ""
    noon: str = ""
    evening: str = ""
    night: str = ""


@dataclass(frozen=True, kw_only=True)
class SolutionRow:
    """What doses are measured from: amount per mL, and the volume in mL, "" where none is stated."""

    concentration: str = ""
    volume: str = ""


@dataclass(frozen=True, kw_only=True)
class DoseRow:
    """A single dose: the solution's position, volume in mL or dose, minutes after the one before ("": the interval)."""

    solution: str = ""
    volume: str = ""
    dose: str = ""
    minutes: str = ""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """All rows: phases, or doses with the solutions that they are measured from."""

    head: HeadRow
    phases: tuple[PhaseRow, ...] = ()
    solutions: tuple[SolutionRow, ...] = ()
    doses: tuple[DoseRow, ...] = ()

    def named(self) -> list[tuple[str, int, Any]]:
        """(kind, number from 1, row) of every row."""
        kinds = (("head", (self.head,)), ("phase", self.phases), ("solution", self.solutions), ("dose", self.doses))
        return [(kind, n, row) for kind, rows in kinds for n, row in enumerate(rows, start=1)]


def parts_of(row: type[Any]) -> list[str]:
    """The names of a row's cells."""
    return [field.name for field in fields(row)]


def digest(plan: Plan) -> str:
    """What tells two plans apart; blanks around a figure do not count."""
    rows = [[kind, n, [text.strip() for text in astuple(row)]] for kind, n, row in plan.named()]
    return hashlib.sha256(json.dumps(rows).encode()).hexdigest()


def whole(text: str) -> int | None:
    """A whole number from 1 of at most four digits; None for anything else."""
    typed = text.strip()
    readable = typed.isascii() and typed.isdecimal() and len(typed) < 5
    return (int(typed) or None) if readable else None
