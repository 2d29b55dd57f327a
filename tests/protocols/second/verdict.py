"""What is to be said of a schedule found by the second way, as (level, code, where): protocols.md 1, contracts.md 1."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

Verdict = tuple[str, str, str | None]
CODES = {"undelivered-step", "overage-in-line", "target-missed", "target-exceeded", "rate-outside-pump"}
CODES |= {"dose-rate-jump", "dose-rate-fall"}


def verdicts(mapping: dict, result: dict) -> set[Verdict]:
    return {*of_the_whole(mapping, result), *of_the_steps(mapping, result), *of_the_rises(mapping, result)}


def of_the_whole(mapping: dict, result: dict) -> Iterator[Verdict]:
    """The sum meets the target within 0.1 %, a logarithmic one may be signed above; what stays in the line is told."""
    excess, allowed = result["total_dose"] - result["target_dose"], result["target_dose"] / 1000
    if excess > allowed:
        yield "sign-off" if "logarithmic" in mapping.get("declared", []) else "blocker", "target-exceeded", None
    if excess < -allowed:
        yield "blocker", "target-missed", None
    if result["in_line"]["amount"] > 0 and not mapping.get("line", {}).get("end_flush", False):
        yield "sign-off", "overage-in-line", None


def of_the_steps(mapping: dict, result: dict) -> Iterator[Verdict]:
    pump = mapping.get("pump")
    for row in result["steps"]:
        where = f"step {row['number']}"
        if row["dose"] == 0 and not row["line_fill"]:
            yield "blocker", "undelivered-step", where
        if pump and not Fraction(pump["min_rate_ml_h"]) <= row["rate_ml_h"] <= Fraction(pump["max_rate_ml_h"]):
            yield "blocker", "rate-outside-pump", where


def of_the_rises(mapping: dict, result: dict) -> Iterator[Verdict]:
    """Above 2.5 a caution and above 3 a sign-off unless logarithmic or slow; a fall unless declared."""
    declared = set(mapping.get("declared", []))
    for row in result["steps"]:
        fold, where = row["fold_increase"], f"step {row['number']}"
        if not fold:
            continue
        if fold > Fraction(5, 2) and not declared & {"logarithmic", "slow"}:
            yield "sign-off" if fold > 3 else "caution", "dose-rate-jump", where
        if fold < 1 and "falling" not in declared:
            yield "sign-off", "dose-rate-fall", where
