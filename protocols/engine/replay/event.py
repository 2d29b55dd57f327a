"""What happened at the bedside, as it was recorded: one event each."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

EventKind = Literal["start", "pause", "resume", "stop"]
KINDS: tuple[EventKind, ...] = ("start", "pause", "resume", "stop")


@dataclass(frozen=True, kw_only=True)
class Event:
    """`at` in minutes from the first start; `infused_ml` as the pump shows it for the step that ran until then.

    A start names its step; a resume with a step runs that step anew, without one what is left of the step.
    `rate_ml_h` is what the pump was set to where that is not the step's own rate. ValueError where a start has no step.
    """

    kind: EventKind
    at: Fraction
    step: int | None = None
    rate_ml_h: Fraction | None = None
    infused_ml: Fraction | None = None

    def __post_init__(self) -> None:
        """A start without a step says nothing."""
        if self.kind == "start" and self.step is None:
            raise ValueError("a start names its step")
