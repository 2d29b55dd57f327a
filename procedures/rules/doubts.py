"""What contradicts itself and can yet be true: it asks for a reason, which is kept. Source: issue 8, 9.

`ROW` says with which row the reason is kept: the particulars or the ending.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from fractions import Fraction
from types import MappingProxyType

from procedures.rules.as_planned import Pause, PlannedStep, ended_at, ends_at
from procedures.rules.facts import Facts
from procedures.rules.impossible import COMPLETED, in_time

ROW: Mapping[str, str] = MappingProxyType(
    {
        "same-drug-same-day": "particulars",
        "other-day": "particulars",
        "not-in-force": "particulars",
        "long-gap": "particulars",
        "early-start": "particulars",
        "completed-early": "ending",
        "still-running": "ending",
        "completed-below-planned": "ending",
        "more-than-planned": "ending",
        "stopped-without-step": "ending",
        "stopped-without-decision": "ending",
        "stopped-at-the-end": "ending",
        "stopped-after-the-end": "ending",
        "tolerated-with-reaction": "ending",
    }
)
#: A guard against slips of the keys (1705 for 1405), not a clinical limit.
LONG_GAP, EARLY = timedelta(hours=2), timedelta(minutes=5)
#: Times are noted in whole minutes.
MINUTE = timedelta(minutes=1)
#: Below this share of the planned dose nobody calls a course complete without a reason: a guard, not a clinical limit.
COMPLETE = Fraction(9, 10)
#: From this grade on "tolerated" needs a reason: the unit's outcomes (design.md 3) name it "completed with reaction".
REACTED, REACTED_DOUBT = 2, "tolerated-with-reaction"


def doubts(facts: Facts, steps: Sequence[PlannedStep] = ()) -> tuple[str, ...]:
    """Codes of `messages.MESSAGES`, in the order of `ROW`; `steps` are those of the version, where one was given."""
    found = {*_particulars(facts), *_ending(facts, steps), *_paces(facts, steps), *_still_running(facts, steps)}
    return tuple(code for code in ROW if code in found)


def _particulars(facts: Facts) -> set[str]:
    found = set()
    if facts.alike:
        found.add("same-drug-same-day")
    if facts.planned_on is not None and not facts.first_day <= facts.planned_on <= facts.last_day:
        found.add("other-day")
    if not facts.in_force:
        found.add("not-in-force")
    return found


def _ending(facts: Facts, steps: Sequence[PlannedStep]) -> set[str]:
    found = set()
    share = facts.delivered / facts.planned if facts.delivered is not None and facts.planned else None
    if share is not None and share > 1:
        found.add("more-than-planned")
    if facts.outcome in COMPLETED:
        if facts.last_step is not None and facts.steps is not None and facts.last_step < facts.steps:
            found.add("completed-early")
        if share is not None and share < COMPLETE:
            found.add("completed-below-planned")
    if facts.outcome == "stopped":
        if facts.last_step is None:
            found.add("stopped-without-step")
        if not facts.stopped_by:
            found.add("stopped-without-decision")
        if share is not None and share >= 1:
            found.add("stopped-at-the-end")
        if _ran_out(facts, steps):
            found.add("stopped-after-the-end")
    if reacted_though_tolerated(facts.outcome, facts.grades):
        found.add(REACTED_DOUBT)
    return found


def _ran_out(facts: Facts, steps: Sequence[PlannedStep]) -> bool:
    """Whether the last row of the schedule had run to its own end before the stop, as far as the times say."""
    timed = in_time(facts)
    places = [place for place, one in enumerate(timed) if one.kind in ("start", "resume") and one.step is not None]
    if not steps or not places or timed[-1].kind != "stop" or timed[places[-1]].step != steps[-1].number:
        return False
    last, after = timed[places[-1]], timed[places[-1] + 1 :]
    if any(one.rate_ml_h is not None for one in after) or last.at is None or timed[-1].at is None:
        return False
    resumed = [next((one.at for one in after[n:] if one.kind == "resume"), None) for n in range(len(after))]
    pauses = [
        Pause(since=one.at, until=until)
        for one, until in zip(after, resumed, strict=True)
        if one.kind == "pause" and one.at is not None
    ]
    ends = ended_at(last.at, steps[-1].minutes_at(last.rate_ml_h), pauses)
    return ends is not None and ends - timed[-1].at < MINUTE


def reacted_though_tolerated(outcome: str, grades: Sequence[int]) -> bool:
    """Whether a reaction of such a grade is recorded with an outcome that knows none."""
    return outcome == "tolerated" and max(grades, default=0) >= REACTED


def _paces(facts: Facts, steps: Sequence[PlannedStep]) -> set[str]:
    """Only where nothing but the steps was noted: after a pause the plan no longer says when the next step begins."""
    if any(one.kind in ("pause", "resume") for one in facts.happened) or facts.stepped_back:
        return set()
    found, starts = set(), facts.first_starts
    for step in steps:
        this, following = starts.get(step.number), starts.get(step.number + 1)
        if this is None or following is None or this.at is None or following.at is None:
            continue
        late = following.at - ends_at(this.at, step.minutes)
        if late > LONG_GAP:
            found.add("long-gap")
        elif late < -EARLY:
            found.add("early-start")
    return found


def _still_running(facts: Facts, steps: Sequence[PlannedStep]) -> set[str]:
    """Completed, though the last step of the plan, from its recorded start, would not be over yet."""
    last = facts.first_starts.get(steps[-1].number) if steps else None
    if facts.outcome not in COMPLETED or last is None or last.at is None:
        return set()
    return {"still-running"} if ends_at(last.at, steps[-1].minutes) > facts.now + EARLY else set()
