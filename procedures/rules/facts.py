"""A procedure as the rules read it. Amounts in one unit, times aware; None and "" are "not recorded"."""

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction


@dataclass(frozen=True, kw_only=True)
class Happened:
    """Something with its time: `kind` is start, pause, resume, stop or premedication; `row` names its place.

    `rate_ml_h` where it was not the planned one.
    """

    kind: str
    row: str = ""
    at: datetime | None = None
    step: int | None = None
    rate_ml_h: Fraction | None = None


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is judged. `first_day` to `last_day` is the time that the date covers: one day, a month or a year.

    `rows` counts the rows of the schedule, a flush included; `planned_on` is the day of the release; `held` what the
    bags hold. `alike` counts other procedures of the drug on the day, `grades` are those of breakthrough reactions.
    """

    born: date
    now: datetime
    today: date
    first_day: date
    last_day: date
    started_at: datetime | None = None
    steps: int | None = None
    rows: int | None = None
    planned: Fraction | None = None
    held: Fraction | None = None
    delivered: Fraction | None = None
    none_premedicated: bool | None = None
    outcome: str = ""
    last_step: int | None = None
    stopped_by: str = ""
    reason: str = ""
    happened: tuple[Happened, ...] = ()
    planned_on: date | None = None
    in_force: bool = True
    alike: int = 0
    grades: tuple[int, ...] = ()

    @property
    def first_starts(self) -> dict[int, Happened]:
        """The first start of each step, in the order of the steps."""
        found: dict[int, Happened] = {}
        for one in self.happened:
            if one.kind == "start" and one.step is not None:
                found.setdefault(one.step, one)
        return dict(sorted(found.items()))

    @property
    def stepped_back(self) -> bool:
        """Whether any step was begun twice."""
        starts = [one.step for one in self.happened if one.kind in ("start", "resume") and one.step is not None]
        return len(starts) > len(set(starts))
