"""The Brigham family of protocols.md 1, written out as specifications with text figures."""

from __future__ import annotations

from fractions import Fraction

RATES = {10000: (2, 5, 10, 20), 1000: (2, 5, 10, 20), 100: (2, 5, 10, 20), 10: (5, 10, 20, 40), 1: (10, 20, 40, 80)}
DILUTIONS = {4: (1,), 8: (10, 1), 12: (100, 10, 1), 16: (1000, 100, 10, 1), 20: (10000, 1000, 100, 10, 1)}


def generic(size: int, *, last: str = "remainder", ending: str = "rest", line: dict | None = None) -> dict:
    """D = 1000 mg, V = 250 mL, R = 80 mL/h; `last` is the last bag's amount, `ending` the last step's volume."""
    solutions, steps = [], []
    for number, dilution in enumerate(DILUTIONS[size], start=1):
        strength = {"dilution": str(dilution)} if dilution > 1 else {"amount": last}
        solutions.append({"number": str(number), "volume_ml": "250", **strength})
        steps += [{"solution": str(number), "rate_ml_h": str(rate), "minutes": "15"} for rate in RATES[dilution]]
    del steps[-1]["minutes"]
    steps[-1]["volume_ml"] = ending
    mapping = {"drug": "example", "route": "intravenous", "target_dose": "1000", "unit": "mg"}
    mapping |= {"solutions": solutions, "steps": steps}
    return mapping | ({"line": line} if line else {})


def rounded(value: Fraction, decimals: int) -> Fraction:
    """Half up, as print does."""
    scale = 10**decimals
    return Fraction((value * scale * 2 + 1) // 2, scale)


def agrees(value: Fraction, printed: str) -> bool:
    """Whether the value rounds to the printed figure at its printed decimals."""
    return rounded(value, len(printed.partition(".")[2])) == Fraction(printed)
