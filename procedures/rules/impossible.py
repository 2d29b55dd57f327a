"""What cannot be, of a procedure as it was entered. Source: issue 8, 9, and arithmetic; no judgement is in it.

Nothing here asks for what is not recorded: each check needs both of its figures.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from procedures.rules.facts import Facts, Happened

COMPLETED = ("tolerated", "completed with reaction")
#: What happens to the infusion itself.
INFUSION = ("start", "pause", "resume", "stop")


@dataclass(frozen=True, kw_only=True)
class Problem:
    """What is wrong: a code of `messages.MESSAGES` with its values, beside a field of the form or of a row of it."""

    code: str
    field: str
    values: tuple[tuple[str, str], ...] = ()
    about: Happened | None = None


def problems(facts: Facts) -> tuple[Problem, ...]:
    """Everything that cannot be; empty where all is possible."""
    return (
        *_day(facts),
        *(problem for one in facts.happened for problem in _time(one, facts)),
        *_order(facts),
        *_steps(facts),
        *_pauses(facts),
        *_ending(facts),
        *_amount(facts),
    )


def _day(facts: Facts) -> Iterator[Problem]:
    if facts.first_day > facts.today:
        yield Problem(code="day-in-future", field="day")
    elif facts.last_day < facts.born:
        yield Problem(code="before-birth", field="day")
    elif facts.started_at is not None and facts.started_at > facts.now:
        yield Problem(code="in-future", field="started")


def _time(one: Happened, facts: Facts) -> Iterator[Problem]:
    if one.at is None:
        return
    if one.at > facts.now:
        yield Problem(code="in-future", field="at", about=one)
    elif facts.started_at is not None and one.at < facts.started_at and one.kind in INFUSION:
        yield Problem(code="before-start", field="at", about=one)


def _order(facts: Facts) -> Iterator[Problem]:
    before: Happened | None = None
    for step, one in facts.first_starts.items():
        if one.at is None:
            continue
        if before is not None and before.at is not None and one.at < before.at:
            values = (("step", str(step)), ("before", str(before.step)))
            yield Problem(code="before-step", field="at", values=values, about=one)
        before = one


def _steps(facts: Facts) -> Iterator[Problem]:
    most = facts.rows or facts.steps
    if most is None:
        return
    for one in facts.happened:
        if one.step is not None and one.step > most:
            yield Problem(code="step-beyond", field="step", values=_of(one.step, most), about=one)
    if facts.last_step is not None and facts.last_step > most:
        yield Problem(code="last-step-beyond", field="last_step", values=_of(facts.last_step, most))


def _of(step: int, steps: int) -> tuple[tuple[str, str], ...]:
    return (("step", str(step)), ("steps", str(steps)))


def _pauses(facts: Facts) -> Iterator[Problem]:
    paused = stopped = False
    for one in in_time(facts):
        if stopped:
            yield Problem(code="two-stops" if one.kind == "stop" else "after-stop", field="at", about=one)
        elif one.kind == "resume" and one.step is None and not paused:
            yield Problem(code="resume-without-pause", field="at", about=one)
        paused = one.kind == "pause"
        stopped = stopped or one.kind == "stop"


def in_time(facts: Facts) -> list[Happened]:
    """What happened to the infusion, by time; of the same minute a stop comes last, and a pause before the resume."""
    timed = [one for one in facts.happened if one.kind in INFUSION and one.at is not None]
    return sorted(timed, key=lambda one: (one.at or datetime.max, INFUSION.index(one.kind)))


def _ending(facts: Facts) -> Iterator[Problem]:
    stop = next((one for one in facts.happened if one.kind == "stop"), None)
    if facts.outcome in COMPLETED and (stop or facts.stopped_by or facts.reason):
        yield Problem(code="stopped-and-completed", field="outcome")
    if facts.last_step is not None and not facts.stepped_back:
        begun = [step for step, one in facts.first_starts.items() if one.at and step > facts.last_step]
        if begun and facts.last_step <= (facts.rows or facts.steps or facts.last_step):
            yield Problem(code="begun-after-last", field="last_step", values=(("step", str(begun[-1])),))
    if facts.none_premedicated and any(one.kind == "premedication" for one in facts.happened):
        yield Problem(code="none-and-given", field="none_premedicated")


def _amount(facts: Facts) -> Iterator[Problem]:
    if facts.delivered is None:
        return
    if facts.held is not None:
        if facts.delivered > facts.held:
            yield Problem(code="above-held", field="delivered")
    elif facts.planned is not None and facts.delivered > facts.planned:
        yield Problem(code="above-planned", field="delivered")
