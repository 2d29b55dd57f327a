"""Single doses at intervals found a second way: a clock that runs, and bottles that empty.

Nothing here is shared with protocols.engine: the source is contracts.md 1 and 2. Figures come in as text.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st

FIGURES = st.sampled_from(["0.05", "0.1", "0.5", "1", "1.5", "2", "3", "7", "10", "40", "100", "1e-05"])


@st.composite
def intervals(draw: st.DrawFn, *, bottles: bool = True) -> dict:
    """A mapping as contracts.md 1 has it; with `bottles` some solutions are small enough to run dry."""
    volumes = [None, "10", "50"] if bottles else [None, "100000000"]
    solutions = [
        {"number": str(number), "concentration": draw(FIGURES)} for number in range(1, 1 + draw(st.integers(0, 3)))
    ]
    for solution in solutions:
        volume = draw(st.sampled_from(volumes))
        if volume:
            solution["volume_ml"] = volume
    mapping = {"drug": "example", "route": draw(st.sampled_from(["oral", "subcutaneous"])), "unit": "U"}
    mapping |= {"target_dose": draw(FIGURES), "doses": [], "interval_minutes": str(draw(st.integers(1, 90)))}
    if solutions:
        mapping["solutions"] = solutions
    for number in range(draw(st.integers(1, 8))):
        later = {"minutes_after_previous": str(draw(st.integers(1, 1440)))} if number and draw(st.booleans()) else {}
        mapping["doses"].append(draw(single(solutions)) | later)
    words = st.sampled_from(["logarithmic", "slow", "falling"])
    return mapping | {"declared": draw(st.lists(words, max_size=2, unique=True))}


@st.composite
def single(draw: st.DrawFn, solutions: list[dict]) -> dict:
    kind = draw(st.sampled_from(["alone", "volume", "dose", "all"] if solutions else ["alone"]))
    if kind == "alone":
        return {"dose": draw(FIGURES)}
    solution, volume = draw(st.sampled_from(solutions)), draw(FIGURES)
    own = {"solution": solution["number"]}
    if kind == "dose":
        return own | {"dose": draw(FIGURES)}
    own["volume_ml"] = volume
    if kind == "all":
        own["dose"] = f"{Decimal(volume) * Decimal(solution['concentration']):f}"
    return own


def given(mapping: dict) -> dict | None:
    """The doses with their clock and their bottles; None where a bottle runs dry."""
    bottles = {bottle["number"]: dict(bottle) for bottle in mapping.get("solutions", [])}
    left = {number: Fraction(Decimal(bottle.get("volume_ml", "1e30"))) for number, bottle in bottles.items()}
    drawn = dict.fromkeys(bottles, Fraction(0))
    clock, total, before, steps = 0, Fraction(0), None, []
    for number, entry in enumerate(mapping["doses"], start=1):
        if number > 1:
            clock += int(entry.get("minutes_after_previous", mapping["interval_minutes"]))
        volume, dose = amounts(entry, bottles)
        if volume is not None:
            left[entry["solution"]] -= volume
            drawn[entry["solution"]] += volume
        if min(left.values(), default=Fraction(0)) < 0:
            return None
        total += dose
        fold = None if before is None else dose / before
        steps.append(
            {
                "number": number,
                "minute": clock,
                "volume_ml": volume,
                "dose": dose,
                "cumulative_dose": total,
                "fold_increase": fold,
            }
        )
        before = dose
    return {
        "total_dose": total,
        "steps": steps,
        "solutions": [{"number": int(number), "infused_ml": millilitres} for number, millilitres in drawn.items()],
    }


def amounts(entry: dict, bottles: dict[str, dict]) -> tuple[Fraction | None, Fraction]:
    if "solution" not in entry:
        return None, Fraction(Decimal(entry["dose"]))
    strength = Fraction(Decimal(bottles[entry["solution"]]["concentration"]))
    if "volume_ml" in entry:
        volume = Fraction(Decimal(entry["volume_ml"]))
        return volume, volume * strength
    dose = Fraction(Decimal(entry["dose"]))
    return dose / strength, dose


def judged(mapping: dict, result: dict) -> set[tuple[str, str, str | None]]:
    """What is to be found, as (level, code, where)."""
    declared, target, found = mapping["declared"], Fraction(Decimal(mapping["target_dose"])), set()
    for step in result["steps"]:
        fold, where = step["fold_increase"] or 1, f"step {step['number']}"
        if 2 * fold > 5 and not {"logarithmic", "slow"} & set(declared):
            found.add(("sign-off" if fold > 3 else "caution", "dose-jump", where))
        if fold < 1 and "falling" not in declared:
            found.add(("sign-off", "dose-fall", where))
    if result["total_dose"] * 1000 < target * 999:
        found.add(("blocker", "target-missed", None))
    if result["total_dose"] * 1000 > target * 1001:
        found.add(("sign-off" if "logarithmic" in declared else "blocker", "target-exceeded", None))
    return found
