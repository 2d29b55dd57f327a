"""What a person entered of a breakthrough reaction, already read: the services' arguments. None is "not recorded"."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from procedures.recording.entered import Entered
from reactions.recording.entered import NewDecision, NewReaction


@dataclass(frozen=True, kw_only=True)
class NewTie(Entered):
    """Where in the procedure it came (procedures.breakthrough_rows.Breakthrough); `minute` from the start of step 1."""

    step: int | None = None
    bag: int | None = None
    minute: Decimal | None = None
    dose_reached: Decimal | None = None
    dose_reached_unit: str = ""
    dose_computed: bool = False
    done_next: str = ""
    late: bool = False
    hours_after_end: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class NewBreakthrough:
    """A reaction, the grade decided of it, and where it came."""

    reaction: NewReaction
    tie: NewTie
    decision: NewDecision | None = None

    def in_full(self) -> dict[str, Any]:
        """The tie's values as the audit keeps them; the reaction has an event of its own."""
        return self.tie.columns()
