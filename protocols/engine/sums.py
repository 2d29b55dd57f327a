"""What all kinds of schedules are judged by alike: the sum against its target, and the order of findings."""

from collections.abc import Iterator
from fractions import Fraction

from desens.numbers.write import number_text
from protocols.engine.finding import Blocker, Finding, NeedsSignOff
from protocols.engine.wording import amount_text

#: protocols.md 1: the sum meets the target within 0.1 %.
TARGET_TOLERANCE = Fraction(1, 1000)

_LEVELS = ("blocker", "sign-off", "caution")


def by_level(*findings: Finding) -> tuple[Finding, ...]:
    """The findings, blockers first, otherwise as they come."""
    return tuple(sorted(findings, key=lambda finding: _LEVELS.index(finding.level)))


def off_target(
    *, given: Fraction, target: Fraction, unit: str, declared: frozenset[str], where: str | None = None
) -> Iterator[Finding]:
    """A sum that misses or exceeds the target, both in `unit`, by more than 0.1 % of it.

    A declared tenfold series exceeds it by construction (1.111 of its last dose): there the prescriber signs for it.
    """
    difference = given - target
    if abs(difference) <= target * TARGET_TOLERANCE:
        return
    values = (
        ("given", amount_text(given, unit)),
        ("target", amount_text(target, unit)),
        ("percent", number_text(abs(difference) / target * 100)),
    )
    if difference < 0:
        yield Blocker(code="target-missed", where=where, values=values)
    elif "logarithmic" in declared:
        yield NeedsSignOff(code="target-exceeded", where=where, values=values)
    else:
        yield Blocker(code="target-exceeded", where=where, values=values)
