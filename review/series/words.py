"""The cells of the table in the words of published series. Pure; what is not recorded says so."""

from collections.abc import Sequence
from dataclasses import dataclass

NOT_RECORDED = "not recorded"
PHENOTYPES = {
    "type I": "Type 1 (IgE)",
    "cytokine release": "Cytokine release",
    "mixed": "Mixed",
    "type IV": "Type 4",
    "indeterminate": "Indeterminate",
}
DAYS_OF_WEEK = 7
DAYS_OF_YEAR = 365


@dataclass(frozen=True, kw_only=True)
class Given:
    """One desensitization with its outcome ("" where none is recorded) and the number of its cycle, if that is.

    `mild` says of its reactions what they were: "cutaneous" where all signs were of the skin, "" where none came or
    one was worse.
    """

    outcome: str
    cycle: int | None = None
    mild: str = ""


def omalizumab_text(*, doses_before: int, intervals: Sequence[int], stopped: bool) -> str:
    """Doses before the first desensitization under it, and how it went on: `2 doses/ every 4 wk`.

    `intervals` are days, in the order in which they were planned.
    """
    if not doses_before and not intervals and not stopped:
        return "-"
    doses = f"{doses_before} dose" if doses_before == 1 else f"{doses_before} doses"
    return f"{doses}/ {_going_on(intervals, stopped)}"


def _going_on(intervals: Sequence[int], stopped: bool) -> str:
    if stopped:
        return "stopped"
    if not intervals:
        return "-"
    *earlier, last = (_interval(days) for days in intervals)
    return f"1st in {', '.join(earlier)} then every {last}" if earlier else f"every {last}"


def _interval(days: int) -> str:
    return f"{days // DAYS_OF_WEEK} wk" if days % DAYS_OF_WEEK == 0 else f"{days} d"


def outcome_text(given: Sequence[Given]) -> str:
    """What came of the desensitizations that count: `3 cycles`, with how the first was tolerated; `Discontinued`.

    Days with the same number of a cycle are one; without a number each is one.
    """
    completed = [one for one in given if one.outcome in ("tolerated", "completed with reaction")]
    if not completed:
        return "Discontinued" if given and given[-1].outcome == "stopped" else NOT_RECORDED
    count = len({one.cycle for one in completed if one.cycle}) + sum(not one.cycle for one in completed)
    cycles = "1 cycle" if count == 1 else f"{count} cycles"
    if not completed[0].mild:
        return cycles
    return f"{cycles} (mild {completed[0].mild} reaction{'' if count == 1 else ' at first'})"


def negative_text(days_after_reaction: int | None) -> str:
    """A negative skin test; late ones say how late, since a negative one may then be false (clinical.md 4)."""
    years = (days_after_reaction or 0) // DAYS_OF_YEAR
    if not years:
        return "negative"
    return f"negative ({years} year{'' if years == 1 else 's'} after the reaction)"
