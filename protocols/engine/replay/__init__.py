"""What really happened to a schedule: pure replay of events into amounts, state and what remains. Rules: README.md."""

from protocols.engine.replay.elapsed import minutes_after
from protocols.engine.replay.event import KINDS, Event, EventKind
from protocols.engine.replay.replayed import BagNow, Part, RemainingStep, Replayed, Run, State
from protocols.engine.replay.replaying import replay

__all__ = [
    "KINDS",
    "BagNow",
    "Event",
    "EventKind",
    "Part",
    "RemainingStep",
    "Replayed",
    "Run",
    "State",
    "minutes_after",
    "replay",
]
