"""What happened, gathered from the rows of the form."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from procedures.event_rows import Happening
from procedures.recording.amending import Change
from procedures.recording.entered import Entered, NewEvent, NewPremedication
from procedures.rules.facts import Happened


@dataclass
class Gathered:
    """Every happening with what it corrects, and as the rules read it."""

    changes: list[Change] = field(default_factory=list)
    happened: list[Happened] = field(default_factory=list)

    def add(self, old: Happening | None, new: Entered | None, *, row: str = "") -> None:
        """One row of the form; nothing where it was empty before and is empty now."""
        if old is None and new is None:
            return
        self.changes.append(Change(old=old, new=new))
        if isinstance(new, NewEvent):
            rate = Fraction(new.rate_ml_h) if new.rate_ml_h else None
            self.happened.append(Happened(kind=new.kind, row=row, at=new.at, step=new.step, rate_ml_h=rate))
        elif isinstance(new, NewPremedication) and new.given:
            self.happened.append(Happened(kind="premedication", row=row, at=new.at))

    def of(self, kind: type[Entered]) -> tuple[Any, ...]:
        """What is recorded of one kind."""
        return tuple(change.new for change in self.changes if isinstance(change.new, kind))
