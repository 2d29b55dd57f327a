"""Which steps of a procedure were given, at which the patient reacted, which were not reached, which nobody noted.

Pure. Steps run in their order, so what stands before a step that was begun was given; nothing else is concluded.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

State = Literal["given", "reacted", "not reached", "not recorded"]


@dataclass(frozen=True, kw_only=True)
class Course:
    """What is recorded: `steps` of the protocol and the `last_step` that was begun, None where nobody noted them.

    `started` and `reacted` are the steps that an event or a reaction names; `completed` says that the outcome does,
    `stopped` that it was stopped. Neither: no outcome is recorded.
    """

    steps: int | None
    last_step: int | None
    started: Collection[int]
    reacted: Collection[int]
    completed: bool
    stopped: bool

    @property
    def reached(self) -> int:
        """The highest step that was surely begun; 0 where none is known."""
        seen = max((*self.started, *self.reacted), default=0)
        if self.last_step is not None:
            return max(self.last_step, seen)
        return max(self.steps, seen) if self.completed and self.steps is not None else seen

    @property
    def is_last(self) -> bool:
        """Whether it is known that no later step was begun."""
        return self.last_step is not None or self.completed


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One step; `stop` where the infusion was stopped for good."""

    step: int
    state: State
    stop: bool


def cells(course: Course) -> Iterator[Cell]:
    """Every step of the protocol in order, or as far as any is known where its number of steps is not."""
    reached, after = course.reached, _after(course)
    for step in range(1, max(course.steps or 0, reached) + 1):
        begun: State = "reacted" if step in course.reacted else "given"
        stop = course.stopped and course.last_step is not None and step == reached
        yield Cell(step=step, state=begun if step <= reached else after, stop=stop)


def _after(course: Course) -> State:
    return "not reached" if course.is_last else "not recorded"
