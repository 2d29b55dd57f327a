"""Which vials are opened: the least drug in all, then the fewest vials."""

import math
from collections.abc import Sequence
from fractions import Fraction

#: A largest vial of more parts than this (of the common measure of all sizes) is not combined with others.
MOST_PARTS = 200


def opened_vials(needed: Fraction, sizes: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """Amounts of the vials that hold `needed`, the largest first; sizes and need in one unit."""
    largest = max(sizes)
    measure = _common_measure(sizes)
    parts = sorted(int(size / measure) for size in sizes)
    if parts[-1] > MOST_PARTS:
        return (largest,) * math.ceil(needed / largest)
    asked = math.ceil(needed / measure)
    # As many smaller vials as the largest has parts hold some whole multiple of the largest, so fewer do.
    whole = max(0, asked // parts[-1] - parts[-1])
    chosen = _combined(asked - whole * parts[-1], parts)
    return (largest,) * whole + tuple(part * measure for part in chosen)


def _common_measure(sizes: Sequence[Fraction]) -> Fraction:
    """The largest amount of which every size is a whole multiple."""
    denominator = math.lcm(*(size.denominator for size in sizes))
    return Fraction(math.gcd(*(int(size * denominator) for size in sizes)), denominator)


def _combined(asked: int, parts: Sequence[int]) -> tuple[int, ...]:
    """The parts whose sum is the least that reaches `asked`, the fewest of such, the largest first."""
    best: list[tuple[int, ...] | None] = [()]
    total = 0
    while best[total] is None or total < asked:
        total += 1
        ways = [(*way, part) for part in parts if part <= total and (way := best[total - part]) is not None]
        best.append(min(ways, key=len, default=None))
    return tuple(sorted(best[total] or (), reverse=True))
