"""Which steps of a procedure were given, at which the patient reacted, which were not reached, which nobody noted.

Pure. Where starts were noted row by row, a step is given by its own start, as `procedures.replayed` asks for it: what
lies before a later one and has none is "not noted". Where no start was noted, the outcome speaks for all its steps.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

State = Literal["given", "reacted", "not noted", "not reached", "not recorded"]


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
    def told(self) -> int:
        """Up to which step the outcome says that all were given; 0 where starts were noted row by row."""
        if self.started:
            return 0
        return self.last_step or (self.reached if self.completed else 0)

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
    reached = course.reached
    for step in range(1, max(course.steps or 0, reached) + 1):
        stop = course.stopped and course.last_step is not None and step == reached
        yield Cell(step=step, state=_state(step, course), stop=stop)


def _state(step: int, course: Course) -> State:
    if step > course.reached:
        return "not reached" if course.is_last else "not recorded"
    if step in course.reacted:
        return "reacted"
    return "given" if step <= course.told or step in course.started or step == course.last_step else "not noted"
