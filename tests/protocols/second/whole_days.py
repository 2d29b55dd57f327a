"""Oral protocols over days found a second way: a calendar that is filled in day by day, pills counted by trying.

Nothing here is shared with protocols.engine: the source is contracts.md 1 and 2. Figures come in as text.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from hypothesis import strategies as st

CLOCK = ["morning", "noon", "evening", "night"]
AMOUNTS = ["0.5", "1", "7", "20", "37.5", "40", "75", "80", "150", "160", "300", "450", "600", "1e-05", "123456.789"]


@st.composite
def days(draw: st.DrawFn) -> dict:
    """A mapping as contracts.md 1 has it: one to five phases, the last perhaps open."""
    phases, first = [], 1
    for _ in range(draw(st.integers(1, 5))):
        last = first + draw(st.integers(0, 4))
        phases.append({"days": [str(first), str(last)], **draw(taken())})
        first = last + 1
    if draw(st.booleans()):
        phases[-1]["days"][1] = None
    mapping = {"drug": "example", "route": "oral", "unit": draw(st.sampled_from(["ng", "mg", "MU"]))}
    mapping |= {"target_dose": draw(st.sampled_from([*AMOUNTS, "1200"])), "phases": phases}
    if draw(st.booleans()):
        mapping["strengths"] = draw(
            st.lists(st.sampled_from(["0.5", "20", "40", "150", "400"]), min_size=1, max_size=3, unique=True)
        )
    if draw(st.booleans()):
        words = st.sampled_from(["logarithmic", "slow", "falling"])
        mapping["declared"] = draw(st.lists(words, max_size=3, unique=True))
    return mapping


@st.composite
def taken(draw: st.DrawFn) -> dict:
    if draw(st.booleans()):
        return {"dose": draw(st.sampled_from(AMOUNTS)), "times_per_day": str(draw(st.integers(1, 4)))}
    times = draw(st.lists(st.sampled_from(CLOCK), min_size=1, unique=True))
    return {"doses": {time: draw(st.sampled_from(AMOUNTS)) for time in times}}


def filled_in(mapping: dict) -> list[dict]:
    """Every day up to the last, or up to the first day of an open phase."""
    calendar: list[dict] = []
    while (phase := phase_of(mapping["phases"], len(calendar) + 1)) is not None:
        doses = [(time, dose) for time in CLOCK if (dose := dose_at(phase, time)) is not None]
        total = sum(dose for _, dose in doses)
        before = calendar[-1]["total"] if calendar else None
        calendar.append(
            {
                "day": len(calendar) + 1,
                "doses": [{"time": time, "dose": dose} for time, dose in doses],
                "total": total,
                "fold_increase": None if before is None else total / before,
            }
        )
        if phase["days"][1] is None:
            break
    return calendar


def phase_of(phases: list[dict], day: int) -> dict | None:
    for phase in phases:
        first, last = phase["days"]
        if int(first) <= day and (last is None or day <= int(last)):
            return phase
    return None


def dose_at(phase: dict, time: str) -> Fraction | None:
    if "doses" in phase:
        return Fraction(Decimal(phase["doses"][time])) if time in phase["doses"] else None
    times = {"1": ["morning"], "2": ["morning", "evening"], "3": CLOCK[:3], "4": CLOCK}[phase["times_per_day"]]
    return Fraction(Decimal(phase["dose"])) if time in times else None


def pills(text: str | None) -> tuple[int, Fraction] | None:
    """How many units a text such as 2 x 150 + 1 x 40 names, and what they hold."""
    if text is None:
        return None
    pairs = [part.split(" x ") for part in text.split(" + ")]
    return sum(int(count) for count, _ in pairs), sum(int(count) * Fraction(strength) for count, strength in pairs)


def fewest(dose: Fraction, strengths: list[Fraction]) -> int | None:
    """By trying: every count of the first strength, the rest of the others; only for doses of some hundred units."""
    first, *others = strengths
    if not others:
        return int(dose / first) if (dose / first).denominator == 1 else None
    tried = [fewest(dose - count * first, others) for count in range(int(dose // first) + 1)]
    return min((count + more for count, more in enumerate(tried) if more is not None), default=None)


def judged(mapping: dict, calendar: list[dict]) -> set[tuple[str, str, str]]:
    """What is to be found, as (level, code, where), of the rises, falls and the target."""
    declared, target = mapping.get("declared", []), Fraction(Decimal(mapping["target_dose"]))
    found = set()
    doses = [(day["day"], taken["dose"]) for day in calendar for taken in day["doses"]]
    steep = {day for (_, before), (day, dose) in pairwise(doses) if dose > 10 * before}
    for before, day in pairwise(calendar):
        if day["total"] > 10 * before["total"]:
            found.add(("sign-off", "daily-dose-jump", f"day {day['day']}"))
            steep.discard(day["day"])
        if day["total"] < before["total"] and "falling" not in declared:
            found.add(("sign-off", "daily-dose-fall", f"day {day['day']}"))
    found |= {("sign-off", "single-dose-jump", f"day {day}") for day in steep}
    last, where = calendar[-1]["total"], f"day {int(mapping['phases'][-1]['days'][0])}"
    if last * 1000 < target * 999:
        found.add(("blocker", "target-missed", where))
    if last * 1000 > target * 1001:
        found.add(("sign-off" if "logarithmic" in declared else "blocker", "target-exceeded", where))
    return found
